package kiosk.sync.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import kiosk.sync.channel.PlatformAddress;

/** Somebody at the other end of a line, who writes down what is asked and says what he likes. */
final class Listener implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: ([0-9]+)\r\n");

    /** What he says to one question. */
    interface Saying {
        void to(Question question, OutputStream out) throws IOException, InterruptedException;
    }

    /** A question's head; its body is read only if it is asked for. */
    record Question(String head, InputStream in) {
        Question {
            head = head.replaceAll("\r\n\r\n$", "\r\n");
        }

        byte[] body() throws IOException {
            Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
            return length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        }
    }

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Listener(Saying saying) throws IOException {
        start(() -> {
            while (!server.isClosed()) {
                Socket caller = server.accept();
                callers.add(caller);
                start(() -> serve(caller, saying));
            }
        });
    }

    /** Answers every question with that and an empty object. */
    static Listener saying(String head) throws IOException {
        return new Listener((question, out) -> {
            question.body();
            out.write((head + "\r\nContent-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
        });
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException hungUp) {
                Thread.onSpinWait();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket caller, Saying saying) throws IOException, InterruptedException {
        try (caller) {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                asked.add(head);
                saying.to(new Question(head, in), caller.getOutputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read(); b >= 0 && head.indexOf("\r\n\r\n") < 0; b = in.read()) {
            head.append((char) b);
            if (head.indexOf("\r\n\r\n") >= 0) {
                return head.toString();
            }
        }
        return "";
    }

    /** Connections to him. */
    Connections connections() throws GeneralSecurityException {
        return new Connections(address("http", ""), SSLContext.getDefault());
    }

    /** A question with so many bytes, which is not to be asked twice. */
    static Request post(int bytes) {
        return new Request("POST", "/v1/identify", Map.of(), new byte[bytes]);
    }

    /** Enough for an answer of a test. */
    static int some(Head head) {
        return 1000;
    }

    /** The heads of all questions so far. */
    List<String> asked() {
        return asked;
    }

    /** How many connections were made. */
    int callers() {
        return callers.size();
    }

    /** Says that to everybody, asked or not. */
    void sayToAll(String text) throws IOException {
        for (Socket caller : callers) {
            caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Hangs up on everybody. */
    void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
    }

    PlatformAddress address(String scheme, String base) {
        return new PlatformAddress(URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + base));
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
