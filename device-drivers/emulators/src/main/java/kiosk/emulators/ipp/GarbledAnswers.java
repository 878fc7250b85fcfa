package kiosk.emulators.ipp;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Sends answers, right or spoilt. */
final class GarbledAnswers {
    private static final int HEADER = 8;
    private static final int NESTINGS = 100_000;

    private GarbledAnswers() {}

    static void plain(HttpExchange exchange, byte[] answer) throws IOException {
        send(exchange, "application/ipp", answer);
    }

    static void spoilt(HttpExchange exchange, byte[] answer, Garble garble, CountDownLatch closed)
            throws IOException, InterruptedException {
        switch (garble) {
            case HTML -> page(exchange);
            case NOISE -> plain(exchange, noise());
            case TRUNCATED -> plain(exchange, Arrays.copyOf(answer, answer.length / 2));
            case NESTED -> plain(exchange, nested(answer));
            case ENDLESS -> endless(exchange, answer);
            case SILENT -> closed.await();
            case LOST -> exchange.close();
        }
    }

    static void page(HttpExchange exchange) throws IOException {
        send(exchange, "text/html", "<html><body>Printer</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] noise() {
        byte[] bytes = new byte[4096];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }

    private static byte[] nested(byte[] answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(answer, 0, HEADER);
        bytes.write(IppAnswer.PRINTER_GROUP);
        bytes.writeBytes(new byte[] {0x34, 0, 1, 'x', 0, 0});
        for (int i = 0; i < NESTINGS; i++) {
            bytes.writeBytes(new byte[] {0x4A, 0, 0, 0, 1, 'y', 0x34, 0, 0, 0, 0});
        }
        return bytes.toByteArray();
    }

    private static void endless(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer, 0, answer.length - 1);
            byte[] more = new byte[8192];
            Arrays.fill(more, (byte) IppAnswer.PRINTER_GROUP);
            while (true) {
                out.write(more);
            }
        }
    }
}
