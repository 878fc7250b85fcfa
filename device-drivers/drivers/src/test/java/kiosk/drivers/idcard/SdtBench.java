package kiosk.drivers.idcard;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import kiosk.contracts.FictionalCards;
import kiosk.contracts.IdCardBench;
import kiosk.device.DeviceSettings;
import kiosk.device.IdCardReader;
import kiosk.drivers.peers.Cable;
import kiosk.drivers.peers.SocatCable;
import kiosk.emulators.idcard.CardImage;
import kiosk.emulators.idcard.SdtEmulator;
import kiosk.emulators.idcard.Spoiling;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import kiosk.identity.IdCard;

/** The driver as {@code kiosk.yaml} asks for it, with the emulated reader at the far end of its cable. */
final class SdtBench implements IdCardBench {
    private static final int READ = 0x3001;

    final SdtEmulator emulator;
    private final Cable cable;
    private final IdCardReader reader;

    SdtBench(Pace pace, Map<String, String> options) {
        this(
                new SdtEmulator(Pty.open(), pace),
                emulator -> Cable.ofItself(emulator.path(), emulator::cableOut, emulator::cableIn),
                options);
    }

    /** With a pseudo terminal of socat between the driver and the reader. */
    static SdtBench behindSocat() {
        return new SdtBench(
                new SdtEmulator(Pty.open(), Pace.none()), emulator -> SocatCable.toSerial(emulator.path()), Map.of());
    }

    private SdtBench(SdtEmulator emulator, Function<SdtEmulator, Cable> cabling, Map<String, String> options) {
        this.emulator = emulator;
        this.cable = cabling.apply(emulator);
        Map<String, String> all = new HashMap<>(options);
        all.put("port", cable.address());
        reader = (IdCardReader) new SdtCardReaderProvider().open(new DeviceSettings("sdt-serial", all));
    }

    @Override
    public IdCardReader reader() {
        return reader;
    }

    @Override
    public void lay(IdCard card) {
        emulator.layCard(CardImage.of(card));
    }

    @Override
    public void layMoved(IdCard card, String newAddress) {
        emulator.layCard(CardImage.of(card).withNewAddress(newAddress));
    }

    @Override
    public void layForged(IdCard card) {
        emulator.refuseNext(READ, 0x32);
        lay(card);
    }

    @Override
    public void layCardOfAnotherKind() {
        emulator.refuseNext(READ, 0x40);
        lay(FictionalCards.ZHANG);
    }

    @Override
    public void lift() {
        emulator.takeCard();
    }

    @Override
    public void disturbNextReading() {
        emulator.refuseNext(READ, 0x41);
    }

    @Override
    public void damageAnswers(int count) {
        for (int i = 0; i < count; i++) {
            emulator.spoilNext(Spoiling.CHECKSUM);
        }
    }

    @Override
    public void silence(boolean silent) {
        emulator.silent(silent);
    }

    @Override
    public void unplug() {
        cable.unplug();
    }

    @Override
    public void plug() {
        cable.plug();
    }

    @Override
    public void close() {
        cable.close();
        emulator.close();
    }
}
