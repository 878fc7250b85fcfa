package kiosk.drivers.smartcard;

import java.io.IOException;
import java.security.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import jnasmartcardio.Smartcardio;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;

/**
 * The driver {@code pcsc-social}. Options: {@code reader}, the reader's name or how it begins, by default whichever is there;
 * {@code provider}, {@code pcsc} for the system's service (default) or the class of a {@link Provider} with a terminal factory of
 * type PC/SC; {@code provider-argument}, what that provider is configured with; {@code authenticator}, who holds the keys of cards
 * of version 3, by default nobody, with options of its own that begin with {@code authenticator-}.
 */
public final class PcscSocialCardProvider implements DeviceProvider {
    private static final String SYSTEM = "pcsc";

    @Override
    public String driver() {
        return "pcsc-social";
    }

    @Override
    public Optional<String> placeOption() {
        return Optional.of("reader");
    }

    @Override
    public Set<String> places(DeviceSettings settings) {
        Set<String> names = new TreeSet<>();
        try {
            CardTerminals context = new PcscSource(providerIn(settings)).establish();
            try {
                context.list().forEach(it -> names.add(it.getName()));
            } finally {
                PcscSource.release(context);
            }
        } catch (CardException | IOException noService) {
            return Set.of();
        }
        return names;
    }

    @Override
    public Device open(DeviceSettings settings) {
        CardAuthenticators.allow(settings, Set.of("reader", "provider", "provider-argument"));
        PcscSource source = new PcscSource(providerIn(settings));
        PcscSession session = new PcscSession(new PcscReader(source, settings.optional("reader", "")));
        return new PcscSocialCardReader(session, CardAuthenticators.in(settings));
    }

    private static Provider providerIn(DeviceSettings settings) {
        String provider = settings.optional("provider", SYSTEM);
        return provider.equals(SYSTEM)
                ? new Smartcardio()
                : named(provider).configure(settings.required("provider-argument"));
    }

    private static Provider named(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException unusable) {
            throw new IllegalArgumentException(
                    "driver pcsc-social: the option provider is neither pcsc nor the class of a security provider",
                    unusable);
        }
    }
}
