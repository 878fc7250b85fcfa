package kiosk.drivers.escl;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import kiosk.contracts.DocumentScannerBench;
import kiosk.device.DeviceSettings;
import kiosk.device.DocumentScanner;
import kiosk.emulators.scanner.EsclEmulator;

/** The emulated far end of the document scanner. */
final class EsclScannerBench implements DocumentScannerBench {
    final EsclEmulator emulator = EsclEmulator.on(0).pace(Duration.ZERO);
    private final DocumentScanner scanner = open(Map.of());

    DocumentScanner open(Map<String, String> more) {
        Map<String, String> options = new TreeMap<>(more);
        options.put("uri", emulator.address().toString());
        options.putIfAbsent("source", "feeder");
        return (DocumentScanner) new EsclScannerProvider().open(new DeviceSettings("escl", options));
    }

    @Override
    public DocumentScanner scanner() {
        return scanner;
    }

    @Override
    public void lay(BufferedImage sheet) {
        emulator.lay(sheet);
    }

    @Override
    public void slowDown() {
        emulator.pace(Duration.ofMillis(1500));
    }

    @Override
    public void jam() {
        emulator.jam();
    }

    @Override
    public void clearJam() {
        emulator.clearJam();
    }

    @Override
    public void openCover() {
        emulator.openCover();
    }

    @Override
    public void closeCover() {
        emulator.closeCover();
    }

    @Override
    public void occupy() {
        emulator.occupy();
    }

    @Override
    public void release() {
        emulator.release();
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
    public void dieMidScan() {
        emulator.dieMidScan();
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
