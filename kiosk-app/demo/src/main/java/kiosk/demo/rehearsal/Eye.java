package kiosk.demo.rehearsal;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/** What a robot citizen sees of the real screen. */
final class Eye {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final boolean UNSEEN = Boolean.getBoolean("kiosk.demo.unseen");

    private final Supplier<Scene> scene;
    private final Camera camera = new Camera();

    Eye(Supplier<Scene> scene) {
        this.scene = scene;
    }

    /** The whole screen as it is, as a PNG once {@link #picturesAreKept}; none where only the time counts. */
    void picture(Path file) {
        if (!UNSEEN) {
            camera.keep(whole(), file);
        }
    }

    /** Waits until every picture is a file. */
    void picturesAreKept() {
        camera.developed();
    }

    private WritableImage whole() {
        return onScreen(() -> scene.get().snapshot(null));
    }

    /** What stands in the QR code that is seen, read as a phone would. */
    String qrCode() {
        BufferedImage image = Camera.pixels(whole());
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(luminance(image)));
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new IllegalStateException("no code can be read on the screen", e);
        }
    }

    private static RGBLuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Waits until something holds on the screen; whether it came to hold in time. */
    static boolean until(Supplier<Boolean> holds) throws InterruptedException {
        return until(holds, PATIENCE);
    }

    /** The same with another patience. */
    static boolean until(Supplier<Boolean> holds, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (holds.get()) {
                return true;
            }
            rest();
        }
        return holds.get();
    }

    /** A short while, in which the screen draws. */
    private static void rest() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        if (never.await(20, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts this latch down");
        }
    }

    /** Does something on the drawing thread and waits for it. */
    static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the screen was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the screen refused", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the screen does not answer", e);
        }
    }
}
