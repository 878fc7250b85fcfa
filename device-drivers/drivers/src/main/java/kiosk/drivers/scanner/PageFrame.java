package kiosk.drivers.scanner;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.function.DoubleConsumer;

/**
 * The page as it comes over the data connection (SANE Standard 1.06, 5.3): records of a length and so many bytes; the length
 * {@code FFFFFFFF} ends them, and one byte of status follows. It is given away in strips as they fill up and is never whole in memory.
 */
final class PageFrame {
    /** Lines of a strip; the last may have fewer. */
    static final int STRIP = 256;

    private final SaneParameters parameters;
    private byte[] strip;
    private int filled;
    private int have;
    private int told;

    PageFrame(SaneParameters parameters) {
        this.parameters = parameters;
        this.strip = next();
    }

    /** Takes a strip, to keep. */
    interface Strips {
        void take(byte[] samples, int lines);
    }

    private byte[] next() {
        return new byte[Math.min(STRIP * parameters.bytesPerLine(), parameters.bytes() - have)];
    }

    void readFrom(SaneLine line, Strips strips, DoubleConsumer progress)
            throws IOException, InterruptedException, SaneRefused {
        for (int length = length(line); length != -1; length = length(line)) {
            if (length < 0 || length > parameters.bytes() - have) {
                throw new ProtocolException("more than a page");
            }
            read(line, length, strips);
            tell(progress);
        }
        byte[] status = new byte[1];
        line.readFully(status, 0, 1);
        end(SaneStatus.of(status[0]));
        give(strips);
    }

    private void read(SaneLine line, int length, Strips strips) throws IOException, InterruptedException {
        for (int rest = length; rest > 0; ) {
            int part = Math.min(rest, strip.length - filled);
            line.readFully(strip, filled, part);
            filled += part;
            have += part;
            rest -= part;
            if (filled == strip.length) {
                give(strips);
            }
        }
    }

    private void give(Strips strips) {
        int lines = filled / parameters.bytesPerLine();
        if (lines > 0) {
            strips.take(strip, lines);
            strip = next();
            filled = 0;
        }
    }

    /** Records come by the thousand; a hundred steps are enough for a bar on a screen. */
    private void tell(DoubleConsumer progress) {
        int hundredths = (int) (100L * have / parameters.bytes());
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
        if (lines() == 0 || (parameters.lines() != -1 && have < parameters.bytes())) {
            throw new ProtocolException("less than a page");
        }
    }

    /** The lines that came whole. */
    private int lines() {
        return have / parameters.bytesPerLine();
    }
}
