package kiosk.demo.rehearsal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Keeps pictures as PNG files; they are developed by a thread of its own, so that a citizen need not stand still for them. */
final class Camera {
    private static final int MOST_WAITING = 4;
    private static final float QUICKLY = 0.7f;

    private final Executor darkroom;
    private final List<CompletableFuture<Void>> pictures = new ArrayList<>();

    Camera() {
        darkroom = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Camera::worker,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "camera");
        thread.setDaemon(true);
        return thread;
    }

    /** Keeps what was seen; the file is there after {@link #developed}. */
    void keep(WritableImage seen, Path file) {
        pictures.add(CompletableFuture.runAsync(() -> write(pixels(seen), file), darkroom));
    }

    /** Waits until all pictures are files. */
    void developed() {
        pictures.forEach(CompletableFuture::join);
        pictures.clear();
    }

    /** What was seen, in the form that Java's own libraries read. */
    static BufferedImage pixels(WritableImage seen) {
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        seen.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    private static void write(BufferedImage image, Path file) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUICKLY);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), how);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written", e);
        } finally {
            writer.dispose();
        }
    }
}
