package platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of a part on a line of its own, that is sent as slowly as a test likes. */
final class SlowPiece implements AutoCloseable {
    private final Socket line;
    private final byte[] bytes;
    private int sent;

    /** Says what is to come, from there to there, and sends nothing of it yet. */
    SlowPiece(Pieces part, int from, int to) {
        this.bytes = Arrays.copyOfRange(part.part(), from, to);
        StringBuilder head = new StringBuilder("PATCH " + part.path() + " HTTP/1.1\r\nHost: platform\r\n");
        part.headers(from, to == part.part().length)
                .forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Kiosk-Terminal: " + part.terminal().name() + "\r\nContent-Length: " + bytes.length + "\r\n\r\n");
        try {
            line = new Socket(
                    part.terminal().platform().getHost(),
                    part.terminal().platform().getPort());
            line.setSoTimeout(10_000);
            line.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends so many more of its bytes. */
    SlowPiece send(int more) {
        try {
            OutputStream out = line.getOutputStream();
            out.write(bytes, sent, more);
            out.flush();
            sent += more;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the rest; the answer's status and the offset it names. */
    String end() {
        send(bytes.length - sent);
        try {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) line.getInputStream().read());
            }
            String text = head.toString();
            return text.substring(9, 12) + " " + text.replaceAll("(?is).*upload-offset: *([0-9]+).*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the line. */
    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
