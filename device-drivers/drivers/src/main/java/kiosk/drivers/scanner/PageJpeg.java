package kiosk.drivers.scanner;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kiosk.device.ScannedPage;

/**
 * Makes a JPEG of a page while it comes in, in memory alone: a citizen's paper leaves no temporary file. The JDK's encoder, which
 * knows no vector instructions, takes as long for a page as a fast scanner on the same machine takes to send it. So the page is coded
 * in strips, on up to two processors, and little is left to do when the last line is in.
 */
final class PageJpeg implements AutoCloseable {
    /** What libjpeg takes by itself, and with it SANE's own program. */
    private static final float QUALITY = 0.75f;

    private static final int USUAL_SIZE = 1 << 17;
    private static final int MOST_THREADS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), PageJpeg::thread);
    private final List<Future<byte[]>> strips = new ArrayList<>();
    private int height;
    private int width;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "page-jpeg");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to code the next strip of the page. */
    void code(SaneParameters page, byte[] samples, int lines) {
        BufferedImage strip = imageOf(page, samples, lines);
        strips.add(threads.submit(() -> jpeg(strip)));
        height += lines;
        width = page.pixelsPerLine();
    }

    /** Waits until all is coded. */
    ScannedPage page(int dotsPerInch) throws InterruptedException {
        List<byte[]> coded = new ArrayList<>();
        for (Future<byte[]> strip : strips) {
            try {
                coded.add(strip.get());
            } catch (ExecutionException bug) {
                throw new IllegalStateException("a strip of a page in memory could not be coded", bug);
            }
        }
        return new ScannedPage(JoinedJpeg.of(coded, PageFrame.STRIP, height), width, height, dotsPerInch);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream(USUAL_SIZE);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }

    /** The samples become the image where they are: nothing is copied. */
    private static BufferedImage imageOf(SaneParameters page, byte[] samples, int lines) {
        int[] bands = page.samples() == 3 ? new int[] {0, 1, 2} : new int[] {0};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                page.pixelsPerLine(),
                lines,
                page.bytesPerLine(),
                bands.length,
                bands,
                null);
        ColorSpace colours = ColorSpace.getInstance(bands.length == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
        ColorModel model = new ComponentColorModel(colours, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
