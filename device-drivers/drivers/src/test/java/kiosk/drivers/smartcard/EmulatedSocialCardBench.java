package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.Map;
import kiosk.contracts.SocialCardPinBench;
import kiosk.device.DeviceSettings;
import kiosk.device.SocialCardReader;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.EmulatedCard;
import kiosk.emulators.smartcard.SocialCardEmulator;
import kiosk.identity.SocialCard;

/** The emulated far end of the social-card reader. */
final class EmulatedSocialCardBench implements SocialCardPinBench {
    final SocialCardEmulator emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);
    private final SocialCardReader reader = open(emulator);
    private EmulatedCard lastIn = EmulatedCard.with(CardContent.ofAnotherKind());

    static SocialCardReader open(SocialCardEmulator emulator) {
        return (SocialCardReader) new PcscSocialCardProvider()
                .open(new DeviceSettings(
                        "pcsc-social",
                        Map.of(
                                "provider",
                                "kiosk.emulators.smartcard.VirtualPcsc",
                                "provider-argument",
                                emulator.address())));
    }

    @Override
    public SocialCardReader reader() {
        return reader;
    }

    @Override
    public void insert(SocialCard card) {
        insert(EmulatedCard.with(CardContent.of(card)));
    }

    @Override
    public void insert(SocialCard card, String pin) {
        insert(EmulatedCard.with(CardContent.of(card)).pin(pin));
    }

    void insert(EmulatedCard card) {
        lastIn = card;
        putBack();
    }

    @Override
    public void putBack() {
        emulator.insert(lastIn);
    }

    @Override
    public boolean opensWith(String pin) {
        return lastIn.opensWith(pin);
    }

    @Override
    public void pullBeforeAnswer(int commands) {
        emulator.pullBeforeAnswer(commands);
    }

    @Override
    public void insertCardOfAnotherKind() {
        emulator.insert(CardContent.ofAnotherKind());
    }

    @Override
    public void insertWrongWayRound() {
        emulator.insertWrongWayRound();
    }

    @Override
    public void remove() {
        emulator.remove();
    }

    @Override
    public void pullAfter(int commands) {
        emulator.pullAfter(commands);
    }

    @Override
    public void unplug() {
        emulator.unplug();
    }

    @Override
    public void plug() {
        emulator.plug();
    }

    @Override
    public void stopService() {
        emulator.stopService();
    }

    @Override
    public void startService() {
        emulator.startService();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
