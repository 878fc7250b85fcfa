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
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kiosk.device.ScannedPage;

/** Makes a JPEG of a page's samples, in memory alone: a citizen's paper leaves no temporary file. */
final class PageJpeg {
    private static final float QUALITY = 0.8f;
    private static final int USUAL_SIZE = 1 << 20;

    private PageJpeg() {}

    static ScannedPage of(PageFrame frame, int dotsPerInch) throws IOException {
        BufferedImage image = imageOf(frame);
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
        return new ScannedPage(jpeg.toByteArray(), image.getWidth(), image.getHeight(), dotsPerInch);
    }

    /** The samples become the image where they are: a page is large enough once. */
    private static BufferedImage imageOf(PageFrame frame) {
        SaneParameters page = frame.parameters();
        int[] bands = page.samples() == 3 ? new int[] {0, 1, 2} : new int[] {0};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(frame.samples(), frame.samples().length),
                page.pixelsPerLine(),
                frame.lines(),
                page.bytesPerLine(),
                bands.length,
                bands,
                null);
        ColorSpace colours = ColorSpace.getInstance(bands.length == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
        ColorModel model = new ComponentColorModel(colours, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
