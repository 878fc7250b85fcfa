package kiosk.drivers.smartcard;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import jnasmartcardio.Smartcardio;
import kiosk.contracts.SocialCardBench;
import kiosk.device.DeviceSettings;
import kiosk.device.SocialCardReader;
import kiosk.drivers.peers.Patient;
import kiosk.drivers.peers.PcscdPeer;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.SocialCardEmulator;
import kiosk.identity.SocialCard;

/**
 * The driver on the system's PC/SC: pcscd between it and the emulated card. A hand is slower than pcscd, so a verb returns when pcscd
 * has seen what it did.
 */
final class PcscdBench implements SocialCardBench {
    private static final Duration SEEN = Duration.ofSeconds(5);

    final SocialCardEmulator emulator;
    private final PcscdPeer service;
    private final PcscSource source = new PcscSource(new Smartcardio());
    private final String name;
    private final SocialCardReader reader;

    /** A bench at that reader of the service. */
    PcscdBench(PcscdPeer service, SocialCardEmulator emulator, int number) {
        this.service = service;
        this.emulator = emulator;
        this.name = PcscdPeer.nameOf(number);
        this.reader = (SocialCardReader)
                new PcscSocialCardProvider().open(new DeviceSettings("pcsc-social", Map.of("reader", name)));
        emulator.remove();
        emulator.plug();
        service.start();
        awaitPresence(false);
    }

    private void awaitPresence(boolean present) {
        Patient.until(SEEN, () -> presence() == present, present ? "pcscd to see the card" : "pcscd to miss the card");
    }

    private boolean presence() {
        try {
            CardTerminals context = source.establish();
            try {
                return context.list().stream()
                        .filter(each -> each.getName().startsWith(name))
                        .findFirst()
                        .orElseThrow()
                        .isCardPresent();
            } finally {
                PcscSource.release(context);
            }
        } catch (CardException | IOException e) {
            throw new IllegalStateException("pcscd cannot be asked", e);
        }
    }

    @Override
    public SocialCardReader reader() {
        return reader;
    }

    @Override
    public void insert(SocialCard card) {
        remove();
        emulator.insert(CardContent.of(card));
        awaitPresence(true);
    }

    @Override
    public void insertCardOfAnotherKind() {
        remove();
        emulator.insert(CardContent.ofAnotherKind());
        awaitPresence(true);
    }

    @Override
    public void insertWrongWayRound() {
        remove();
        emulator.insertWrongWayRound();
        awaitPresence(true);
    }

    @Override
    public void remove() {
        emulator.remove();
        awaitPresence(false);
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
        awaitPresence(false);
    }

    @Override
    public void stopService() {
        service.kill();
    }

    @Override
    public void startService() {
        service.start();
        presence();
    }

    @Override
    public void close() {
        emulator.remove();
    }
}
