package platform.fleet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 connection over a plain socket, kept alive; one request at a time. */
final class Connection implements Closeable {
    private static final int MOST_LINE = 4_096;
    private static final int MOST_BODY = 256 * 1024;

    private final Socket socket = new Socket();
    private final String host;
    private final InputStream in;

    Connection(URI node, int timeoutMillis) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(new InetSocketAddress(node.getHost(), node.getPort()), timeoutMillis);
        host = node.getHost() + ":" + node.getPort();
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** What goes out. */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    /** What came back; header names in lower case. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        /** Whether the platform says so, and not somebody on the way. */
        boolean isOurs() {
            return "2".equals(headers.get("platform-version"));
        }
    }

    Reply exchange(Request request) throws IOException {
        send(request);
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > MOST_BODY) {
            throw new IOException("More than an answer holds.");
        }
        return new Reply(Integer.parseInt(status[1]), headers, in.readNBytes(length));
    }

    /** Sends and does not listen. */
    void send(Request request) throws IOException {
        StringBuilder head = new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1\r\nHost: " + host);
        request.headers()
                .forEach((name, value) ->
                        head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(request.body().length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(request.body());
        socket.getOutputStream().write(out.toByteArray());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > MOST_LINE) {
                throw new EOFException("The answer broke off.");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
