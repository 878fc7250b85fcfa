package kiosk.drivers.scanner;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import kiosk.contracts.DocumentScannerBench;
import kiosk.device.DeviceSettings;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.drivers.peers.Patient;
import kiosk.drivers.peers.SanedPeer;
import org.jspecify.annotations.Nullable;

/** The driver on saned: sheets come from its backend {@code pnm}, troubles and slowness from {@code test}. */
final class SanedBench implements DocumentScannerBench {
    private static final String WELL = "Default";
    private static final String NO_SHEET = "SANE_STATUS_NO_DOCS";
    private static final double A4_WIDTH_IN_INCHES = 210 / 25.4;
    private static final double A4_HEIGHT_IN_INCHES = 297 / 25.4;

    final SanedPeer service;
    private final DocumentScanner scanner;
    private @Nullable BufferedImage sheet;
    private String trouble = WELL;
    private boolean slow;

    SanedBench() {
        this(new SanedPeer());
    }

    SanedBench(SanedPeer service) {
        this.service = service;
        this.scanner = (DocumentScanner) new SaneScannerProvider()
                .open(new DeviceSettings(
                        "sane-net", Map.of("host", "127.0.0.1", "port", Integer.toString(service.port()))));
        plug();
    }

    private void turn() {
        BufferedImage laid = sheet;
        if (!trouble.equals(WELL) || laid == null) {
            service.ends(trouble.equals(WELL) ? NO_SHEET : trouble, slow);
        } else if (slow) {
            service.ends(WELL, true);
        } else {
            service.scans(laid.getWidth(), laid.getHeight(), coloursOf(laid));
        }
    }

    private static byte[] coloursOf(BufferedImage image) {
        byte[] colours =
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone();
        for (int dot = 0; dot < colours.length; dot += 3) {
            byte blue = colours[dot];
            colours[dot] = colours[dot + 2];
            colours[dot + 2] = blue;
        }
        return colours;
    }

    private void turn(String newTrouble) {
        trouble = newTrouble;
        turn();
    }

    @Override
    public DocumentScanner scanner() {
        return scanner;
    }

    @Override
    public void lay(BufferedImage picture) {
        lay(picture, Resolution.DPI_150);
    }

    @Override
    public void lay(BufferedImage picture, Resolution resolution) {
        int width = (int) Math.round(A4_WIDTH_IN_INCHES * resolution.dotsPerInch());
        int height = (int) Math.round(A4_HEIGHT_IN_INCHES * resolution.dotsPerInch());
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        sheet = scaled;
        turn();
    }

    @Override
    public void slowDown() {
        slow = true;
        turn();
    }

    @Override
    public void jam() {
        turn("SANE_STATUS_JAMMED");
    }

    @Override
    public void clearJam() {
        turn(WELL);
    }

    @Override
    public void openCover() {
        turn("SANE_STATUS_COVER_OPEN");
    }

    @Override
    public void closeCover() {
        turn(WELL);
    }

    @Override
    public void occupy() {
        turn("SANE_STATUS_DEVICE_BUSY");
    }

    @Override
    public void release() {
        turn(WELL);
    }

    @Override
    public void unplug() {
        service.unplugged();
    }

    @Override
    public void plug() {
        turn();
    }

    /** The process that serves the next client is killed after half a second of a page that takes longer. */
    @Override
    public void dieMidScan() {
        slowDown();
        Thread killer = new Thread(() -> {
            Patient.until(Duration.ofSeconds(10), () -> !service.serving().isEmpty(), "a client of saned");
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            slow = false;
            turn();
            service.serving().forEach(ProcessHandle::destroyForcibly);
        });
        killer.setDaemon(true);
        killer.start();
    }

    @Override
    public void stopService() {
        service.kill();
    }

    @Override
    public void startService() {
        service.start();
    }

    @Override
    public void close() {
        service.close();
    }
}
