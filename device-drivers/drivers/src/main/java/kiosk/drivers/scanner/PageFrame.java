package kiosk.drivers.scanner;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.function.DoubleConsumer;

/**
 * The page as it comes over the data connection (SANE Standard 1.06, 5.3): records of a length and so many bytes; the length
 * {@code FFFFFFFF} ends them, and one byte of status follows.
 */
final class PageFrame {
    private final SaneParameters parameters;
    private final byte[] samples;
    private int have;
    private int told;

    PageFrame(SaneParameters parameters) {
        this.parameters = parameters;
        this.samples = new byte[parameters.bytes()];
    }

    void readFrom(SaneLine line, DoubleConsumer progress) throws IOException, InterruptedException, SaneRefused {
        for (int length = length(line); length != -1; length = length(line)) {
            if (length < 0 || length > samples.length - have) {
                throw new ProtocolException("more than a page");
            }
            line.readFully(samples, have, length);
            have += length;
            tell(progress);
        }
        byte[] status = new byte[1];
        line.readFully(status, 0, 1);
        end(SaneStatus.of(status[0]));
    }

    /** Records come by the thousand; a hundred steps are enough for a bar on a screen. */
    private void tell(DoubleConsumer progress) {
        int hundredths = (int) (100L * have / samples.length);
        if (hundredths != told) {
            told = hundredths;
            progress.accept(hundredths / 100.0);
        }
    }

    private static int length(SaneLine line) throws IOException, InterruptedException {
        byte[] length = new byte[4];
        line.readFully(length, 0, length.length);
        return ByteBuffer.wrap(length).getInt();
    }

    /** Ending is normal; a page that ends early is no page, however normally it does. */
    private void end(SaneStatus status) throws ProtocolException, SaneRefused {
        if (status != SaneStatus.EOF && status != SaneStatus.GOOD) {
            throw new SaneRefused(status);
        }
        if (lines() == 0 || (parameters.lines() != -1 && have < samples.length)) {
            throw new ProtocolException("less than a page");
        }
    }

    SaneParameters parameters() {
        return parameters;
    }

    byte[] samples() {
        return samples;
    }

    /** The lines that came whole. */
    int lines() {
        return have / parameters.bytesPerLine();
    }
}
