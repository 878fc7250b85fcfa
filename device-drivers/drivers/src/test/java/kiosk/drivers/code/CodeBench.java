package kiosk.drivers.code;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import kiosk.contracts.CodeScannerBench;
import kiosk.device.CodeScanner;
import kiosk.device.DeviceSettings;
import kiosk.drivers.peers.Cable;
import kiosk.drivers.peers.SocatCable;
import kiosk.emulators.code.CodeScannerEmulator;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;

/** The driver as {@code kiosk.yaml} asks for it, with the emulated scanner at the far end of its cable. */
final class CodeBench implements CodeScannerBench {
    /** Within which a code that was shown has come through the cable; longer ones wait for the driver to take them. */
    private static final long A_MOMENT = 200_000_000;

    final CodeScannerEmulator emulator;
    private final Cable cable;
    private final CodeScanner scanner;

    CodeBench(Pace pace, Map<String, String> options) {
        this(
                new CodeScannerEmulator(Pty.open(), pace),
                emulator -> Cable.ofItself(emulator.path(), emulator::cableOut, emulator::cableIn),
                options);
    }

    /** With a pseudo terminal of socat between the driver and the scanner. */
    static CodeBench behindSocat() {
        return new CodeBench(
                new CodeScannerEmulator(Pty.open(), Pace.none()),
                emulator -> SocatCable.toSerial(emulator.path()),
                Map.of());
    }

    private CodeBench(
            CodeScannerEmulator emulator, Function<CodeScannerEmulator, Cable> cabling, Map<String, String> options) {
        this.emulator = emulator;
        this.cable = cabling.apply(emulator);
        Map<String, String> all = new HashMap<>(options);
        all.put("port", cable.address());
        scanner = (CodeScanner) new SerialCodeScannerProvider().open(new DeviceSettings("serial-code", all));
    }

    @Override
    public CodeScanner scanner() {
        return scanner;
    }

    @Override
    public void show(String text) {
        awaitArrival(text.length(), () -> emulator.show(text));
    }

    @Override
    public void showBytes(byte[] code) {
        awaitArrival(code.length, () -> emulator.showBytes(code));
    }

    private void awaitArrival(int bytes, Runnable showing) {
        long before = cable.carried();
        showing.run();
        long end = System.nanoTime() + A_MOMENT;
        while (before >= 0 && cable.carried() < before + bytes && System.nanoTime() < end) {
            LockSupport.parkNanos(A_MOMENT / 200);
        }
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
