package kiosk.sync.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import kiosk.sync.channel.PlatformAddress;

/** Whoever answers at the other end of a line: anything but the platform. */
final class RawServer implements AutoCloseable {
    /** What it does once a request came. */
    interface Answering {
        void to(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);

    RawServer(Answering answering) throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answering));
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers with that head and body. */
    static RawServer saying(String head, String body) throws IOException {
        return new RawServer((out, closed) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write((head + "\r\nContent-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
        });
    }

    PlatformAddress address() {
        return new PlatformAddress(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    private void serve(Answering answering) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                int ends = 0;
                for (int b = in.read(); b >= 0 && ends < 4; b = ends < 4 ? in.read() : -1) {
                    ends = b == "\r\n\r\n".charAt(ends) ? ends + 1 : 0;
                }
                answering.to(socket.getOutputStream(), closed);
                socket.getOutputStream().flush();
            } catch (IOException | InterruptedException hungUp) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
