package kiosk.sync.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket that listens, a second for each word, to who hangs up while he is still being told: a refusal may lie there, or the alert that says why a
 * certificate was not taken. What is told him after that is dropped.
 */
final class ListeningSocket extends Socket {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningSocket.class);
    private static final int LAST_WORDS_MILLIS = 1000;

    private volatile boolean hungUp;

    /** One that is not connected, and will be directly. */
    ListeningSocket() {
        super(Proxy.NO_PROXY);
    }

    /** Whether the other end takes nothing any more. */
    boolean isHungUp() {
        return hungUp;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Telling(super.getOutputStream());
    }

    private final class Telling extends OutputStream {
        private final OutputStream out;

        Telling(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (hungUp) {
                return;
            }
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                if (isClosed()) {
                    throw e;
                }
                LOG.debug("the other end hung up meanwhile");
                hungUp = true;
                setSoTimeout(LAST_WORDS_MILLIS);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
