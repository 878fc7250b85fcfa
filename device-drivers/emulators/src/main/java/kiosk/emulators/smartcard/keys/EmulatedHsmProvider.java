package kiosk.emulators.smartcard.keys;

import java.util.Set;
import kiosk.device.DeviceSettings;
import kiosk.device.card.CardAuthenticator;
import kiosk.device.card.CardAuthenticatorProvider;

/** The authenticator {@code emulated-hsm}. Option: {@code algorithm}, {@code sm4} (default) or {@code 3des}. */
public final class EmulatedHsmProvider implements CardAuthenticatorProvider {
    @Override
    public String name() {
        return "emulated-hsm";
    }

    @Override
    public CardAuthenticator open(DeviceSettings settings) {
        settings.allow(Set.of("algorithm"));
        return new EmulatedHsm(
                settings.optional("algorithm", "sm4").equals("3des") ? CardKeys.TRIPLE_DES : CardKeys.SM4);
    }
}
