package kiosk.drivers.scanner;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import kiosk.contracts.DocumentScannerBench;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.DocumentScanner;
import kiosk.emulators.scanner.EmulatedScanner;

/** A driver at the emulated far end of its wire. */
public class EmulatedScannerBench<E extends EmulatedScanner> implements DocumentScannerBench {
    /** The far end. */
    public final E emulator;

    private final DeviceProvider driver;
    private final Duration slowPage;
    private final Map<String, String> place;
    private final DocumentScanner scanner;

    /**
     * A bench.
     *
     * @param place the options by which the driver finds the emulator
     * @param slowPage how long a page takes that is to be slow
     */
    public EmulatedScannerBench(E emulator, DeviceProvider driver, Map<String, String> place, Duration slowPage) {
        emulator.pace(Duration.ZERO);
        this.emulator = emulator;
        this.driver = driver;
        this.place = place;
        this.slowPage = slowPage;
        this.scanner = open(Map.of());
    }

    /** Another driver at the same far end, with options of its own. */
    public final DocumentScanner open(Map<String, String> more) {
        Map<String, String> options = new TreeMap<>(place);
        options.putAll(more);
        return (DocumentScanner) driver.open(new DeviceSettings(driver.driver(), options));
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
        emulator.pace(slowPage);
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
