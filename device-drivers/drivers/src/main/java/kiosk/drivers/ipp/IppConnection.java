package kiosk.drivers.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import kiosk.device.Fault.Cause;
import org.jspecify.annotations.Nullable;

/** Posts IPP packets and brings back the answers, each bounded in size and in time. */
final class IppConnection {
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final String TYPE = "application/ipp";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;

    IppConnection(URI address) {
        this.address = address;
    }

    /** Sends a packet and what follows it, and waits for an answer that means success. */
    IppPacket ask(IppPacket packet, byte[] document, Duration limit) throws IppFailure, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Content-Type", TYPE)
                .POST(BodyPublishers.concat(encoded(packet), BodyPublishers.ofByteArray(document)))
                .build();
        IppPacket answer = decoded(post(request, limit));
        if (answer.getRequestId() != packet.getRequestId()) {
            throw IppFailure.unknown(Cause.GARBLED, "answer to another request");
        }
        IppStatus.require(answer.getCode());
        return answer;
    }

    private HttpResponse<byte[]> post(HttpRequest request, Duration limit) throws IppFailure, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException | CancellationException e) {
            throw IppFailure.unknown(Cause.NO_ANSWER, "no answer in time");
        } finally {
            exchange.cancel(true);
        }
    }

    /** Until the handshake is done nothing of a document is sent; TLS that breaks later may break behind it. */
    private static IppFailure failure(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return IppFailure.refused(Cause.NOT_CONNECTED, "connect timed out");
        } else if (cause instanceof HttpTimeoutException) {
            return IppFailure.unknown(Cause.NO_ANSWER, "no answer in time");
        } else if (cause instanceof ConnectException) {
            return IppFailure.refused(Cause.NOT_CONNECTED, "connection refused");
        } else if (cause instanceof SSLHandshakeException) {
            return IppFailure.refused(Cause.MISCONFIGURED, "TLS refused");
        } else if (cause instanceof SSLException) {
            return IppFailure.unknown(Cause.GARBLED, "TLS broken off");
        } else if (cause instanceof ProtocolException || cause instanceof BoundedBody.TooLong) {
            return IppFailure.unknown(Cause.GARBLED, cause.getClass().getSimpleName());
        }
        return IppFailure.unknown(Cause.NOT_CONNECTED, "connection lost");
    }

    private static BodyPublisher encoded(IppPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes).write(packet);
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    private static IppPacket decoded(HttpResponse<byte[]> response) throws IppFailure {
        IppStatus.requireHttp(response.statusCode());
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith(TYPE) || !IppShape.fits(response.body())) {
            throw IppFailure.unknown(Cause.GARBLED, "not an IPP answer");
        }
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(response.body()))) {
            return in.readPacket();
        } catch (IOException e) {
            throw IppFailure.unknown(Cause.GARBLED, "broken IPP answer");
        }
    }
}
