package kiosk.drivers.smartcard;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kiosk.device.DeviceSettings;
import kiosk.device.card.CardAuthenticator;
import kiosk.device.card.CardAuthenticatorProvider;

/** Finds the authenticator that a reader's settings name; options that begin with {@code authenticator-} are its own. */
final class CardAuthenticators {
    private static final String NAME = "authenticator";
    private static final String BEGINNING = NAME + "-";

    private CardAuthenticators() {}

    /** Refuses options that are neither known, nor an authenticator's where one is named. */
    static void allow(DeviceSettings settings, Set<String> known) {
        Set<String> allowed = new TreeSet<>(known);
        allowed.add(NAME);
        if (settings.options().containsKey(NAME)) {
            allowed.addAll(ownOptions(settings).keySet().stream()
                    .map(BEGINNING::concat)
                    .toList());
        }
        settings.allow(allowed);
    }

    /** The authenticator; empty where none is named. */
    static Optional<CardAuthenticator> in(DeviceSettings settings) {
        if (!settings.options().containsKey(NAME)) {
            return Optional.empty();
        }
        String wanted = settings.required(NAME);
        Set<String> known = new TreeSet<>();
        for (CardAuthenticatorProvider provider : ServiceLoader.load(CardAuthenticatorProvider.class)) {
            if (provider.name().equals(wanted)) {
                return Optional.of(provider.open(new DeviceSettings(wanted, ownOptions(settings))));
            }
            known.add(provider.name());
        }
        throw new IllegalArgumentException("no authenticator is called " + wanted + "; there are " + known);
    }

    private static Map<String, String> ownOptions(DeviceSettings settings) {
        Map<String, String> own = new TreeMap<>();
        settings.options().forEach((option, value) -> {
            if (option.startsWith(BEGINNING)) {
                own.put(option.substring(BEGINNING.length()), value);
            }
        });
        return own;
    }
}
