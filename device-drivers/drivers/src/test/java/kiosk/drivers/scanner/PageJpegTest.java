package kiosk.drivers.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;
import kiosk.device.ScannedPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageJpegTest {
    private static final int GRAIN = 6;

    /** A page whose colour changes from dot to dot and line to line, with grain, so that no strip looks like another. */
    private static byte[] samples(int width, int height, int colours, int filled) {
        Random random = new Random(7);
        byte[] samples = new byte[height * (width * colours + filled)];
        for (int at = 0; at < samples.length; at++) {
            int line = at / (width * colours + filled);
            int dot = at % (width * colours + filled) / colours;
            samples[at] = (byte) (40 + 150 * line / height + 50 * dot / width + random.nextInt(GRAIN));
        }
        return samples;
    }

    private static ScannedPage coded(SaneParameters parameters, byte[] samples) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int at = 0; at < samples.length; at += 8000) {
            int length = Math.min(8000, samples.length - at);
            out.writeInt(length);
            out.write(samples, at, length);
        }
        out.writeInt(-1);
        out.write(5);
        SaneLine line = new SaneLine(
                new ScriptedSocket(bytes.toByteArray()), Deadline.in(Duration.ofSeconds(10)), bytes.size());
        PageFrame frame = new PageFrame(parameters);
        try (PageJpeg jpeg = new PageJpeg()) {
            frame.readFrom(line, (strip, lines) -> jpeg.code(parameters, strip, lines), done -> {});
            return jpeg.page(300);
        }
    }

    @ParameterizedTest
    @CsvSource({"100,40,1", "333,256,1", "333,257,0", "170,5,0", "601,2900,1", "600,2912,0", "1,600,1"})
    void aPageCodedInStripsIsOnePicture(int width, int height, int format) throws Exception {
        int colours = format == 1 ? 3 : 1;
        int filled = 5;
        byte[] samples = samples(width, height, colours, filled);
        SaneParameters parameters = new SaneParameters(format, 1, width * colours + filled, width, height, 8);

        ScannedPage page = coded(parameters, samples);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.jpeg()));
        assertThat(image.getWidth()).isEqualTo(page.width()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(page.height()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += 7) {
                int expected = samples[y * (width * colours + filled) + x * colours] & 255;
                int seen = image.getRaster().getSample(x, y, 0);
                assertThat(Math.abs(seen - expected)).as("%s, %s", x, y).isLessThan(20);
            }
        }
    }
}
