package kiosk.desktop;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Runs work on the FX thread and takes pictures of scenes. */
public final class Studio {
    private Studio() {}

    /** Starts the toolkit; harmless twice. */
    public static void open() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
        try {
            if (!started.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit does not start");
            }
        } catch (InterruptedException impatient) {
            throw new IllegalStateException(impatient);
        }
    }

    /** Does work on the FX thread and waits for it. */
    public static <T> T on(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException late) {
            throw new IllegalStateException(late);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Lets what was put off happen. */
    public static void settle() {
        for (int i = 0; i < 3; i++) {
            on(() -> true);
        }
    }

    /** A scene as a picture file. */
    public static Path picture(Scene scene, Path file) {
        BufferedImage image = on(() -> image(scene.snapshot(null)));
        try {
            Files.createDirectories(file.getParent());
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                write(image, out);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file;
    }

    /** Little pressed, for hundreds of pictures are taken. */
    private static void write(BufferedImage image, ImageOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.8f);
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), how);
        writer.dispose();
    }

    private static BufferedImage image(WritableImage taken) {
        int width = (int) taken.getWidth();
        int height = (int) taken.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        taken.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
