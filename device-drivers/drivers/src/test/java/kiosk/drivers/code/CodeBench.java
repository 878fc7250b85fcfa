package kiosk.drivers.code;

import java.util.HashMap;
import java.util.Map;
import kiosk.contracts.CodeScannerBench;
import kiosk.device.CodeScanner;
import kiosk.device.DeviceSettings;
import kiosk.emulators.code.CodeScannerEmulator;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;

/** The driver as {@code kiosk.yaml} asks for it, with the emulated scanner at the far end of its cable. */
final class CodeBench implements CodeScannerBench {
    final CodeScannerEmulator emulator;
    private final CodeScanner scanner;

    CodeBench(Pace pace, Map<String, String> options) {
        emulator = new CodeScannerEmulator(Pty.open(), pace);
        Map<String, String> all = new HashMap<>(options);
        all.put("port", emulator.path());
        scanner = (CodeScanner) new SerialCodeScannerProvider().open(new DeviceSettings("serial-code", all));
    }

    @Override
    public CodeScanner scanner() {
        return scanner;
    }

    @Override
    public void show(String text) {
        emulator.show(text);
    }

    @Override
    public void showBytes(byte[] code) {
        emulator.showBytes(code);
    }

    @Override
    public void unplug() {
        emulator.cableOut();
    }

    @Override
    public void plug() {
        emulator.cableIn();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
