package kiosk.drivers.escl;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLException;
import kiosk.device.Fault;
import kiosk.drivers.scanner.Deadline;
import kiosk.drivers.scanner.ScanEnd;
import org.jspecify.annotations.Nullable;

/** Asks a scanner over HTTP; every wait ends with a deadline and at an interrupt, and no body is longer than it may be. */
final class EsclConnection {
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECTING)
            .build();
    private final URI root;

    /** @param root the scanner's own folder, ending with a slash */
    EsclConnection(URI root) {
        this.root = root;
    }

    /** An answer: its status, where it points to, and what it says. */
    record Answer(int status, String location, byte[] body) {}

    Answer get(String path, int longest, Deadline deadline, IntConsumer received)
            throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(root.resolve(path)).GET().build(), longest, deadline, received);
    }

    Answer post(String path, byte[] xml, Deadline deadline) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofByteArray(xml))
                .build();
        return ask(request, EsclXml.LONGEST, deadline, bytes -> {});
    }

    /** Sends a DELETE and waits no longer than that for it to be heard. */
    void delete(String path, Duration wait) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(CONNECTING)
                .DELETE()
                .build();
        CompletableFuture<?> exchange = client.sendAsync(request, head -> new EsclBody(EsclXml.LONGEST));
        try {
            exchange.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notHeard) {
            // a scanner ends a job by itself that nobody asks for
        }
    }

    private Answer ask(HttpRequest request, int longest, Deadline deadline, IntConsumer received)
            throws IOException, InterruptedException {
        AtomicReference<@Nullable EsclBody> body = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, head -> {
            EsclBody coming = new EsclBody(longest);
            body.set(head.statusCode() == 200 ? coming : null);
            return coming;
        });
        try {
            return awaited(exchange, deadline, () -> {
                EsclBody coming = body.get();
                received.accept(coming == null ? 0 : coming.received());
            });
        } finally {
            exchange.cancel(true);
        }
    }

    private static Answer awaited(CompletableFuture<HttpResponse<byte[]>> exchange, Deadline deadline, Runnable look)
            throws IOException, InterruptedException {
        while (true) {
            try {
                HttpResponse<byte[]> response = exchange.get(deadline.slice(), TimeUnit.MILLISECONDS);
                String location = response.headers().firstValue("Location").orElse("");
                return new Answer(response.statusCode(), location, response.body());
            } catch (TimeoutException notYet) {
                look.run();
            } catch (ExecutionException failed) {
                throw failure(failed.getCause());
            }
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectException && cause.getCause() instanceof UnresolvedAddressException) {
            return new UnknownHostException("no such host");
        }
        if (cause instanceof HttpTimeoutException) {
            return new NoRouteToHostException("nobody answers there");
        }
        if (cause instanceof IOException broken) {
            return broken;
        }
        return new ProtocolException("no HTTP");
    }

    /** What it means that there is no answer. */
    static Fault fault(IOException failure) {
        if (failure instanceof SSLException) {
            return new Fault(Fault.Cause.MISCONFIGURED, "TLS refused");
        }
        return ScanEnd.of(failure);
    }

    /** What it means that the scanner refuses: it is not there behind its address, holds another job, or wants it otherwise. */
    static Fault fault(int status) {
        String code = "HTTP " + status;
        return switch (status) {
            case 404, 410 -> new Fault(Fault.Cause.NOT_CONNECTED, code);
            case 503 -> new Fault(Fault.Cause.BUSY, code);
            case 400, 401, 403, 405, 409, 415 -> new Fault(Fault.Cause.MISCONFIGURED, code);
            default -> new Fault(Fault.Cause.GARBLED, code);
        };
    }
}
