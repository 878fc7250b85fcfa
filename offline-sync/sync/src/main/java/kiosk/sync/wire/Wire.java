package kiosk.sync.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import kiosk.sync.channel.PlatformAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 to the platform. No redirect is followed and no proxy asked. A reply counts only with its status, its content type and
 * {@code Platform-Version: 2}; everything else is no answer, whatever it looks like. The whole exchange is bounded in time, also
 * against a body that trickles, and the body in size.
 */
public final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration CONNECTING = Duration.ofSeconds(4);
    private static final int MOST_THREADS = 4;
    private static final Map<Integer, String> HEAD_ONLY =
            Map.of(400, "bad-request", 404, "not-found", 405, "bad-method", 415, "bad-type");

    static {
        setUnlessSet("jdk.httpclient.keepalive.timeout", "20");
    }

    private final PlatformAddress address;
    private final String terminal;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_THREADS, Wire::named);
    private final Asking asking = new Asking(Wire::named);
    private final SSLContext channel;
    private volatile HttpClient client;
    private volatile boolean toldExpired;

    /** The wire of that terminal. */
    public Wire(PlatformAddress address, String terminal, SSLContext channel) {
        this.address = address;
        this.terminal = terminal;
        this.channel = channel;
        this.client = client();
    }

    /** Has connections made anew from now on: those that are open go on under the certificate they began with. */
    void anew() {
        client = client();
        toldExpired = false;
    }

    /** Whether the platform said that the certificate is too old, whatever the terminal's clock says of it. */
    boolean toldExpired() {
        return toldExpired;
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECTING)
                .sslContext(channel)
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3"}))
                .executor(threads)
                .build();
    }

    /** The terminal whose wire it is. */
    String terminal() {
        return terminal;
    }

    /** Where the platform is. */
    PlatformAddress address() {
        return address;
    }

    /** What lies on the way forgets a silent connection without a word, and sooner than Java does. */
    private static void setUnlessSet(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Asks, and waits for the reply no longer than the question's patience, whatever happens. A connection that was kept and had died
     * meanwhile costs a second asking, where the question can bear it. Once the wire is closed there is no answer.
     */
    Reply ask(Question question) throws InterruptedException {
        return ask(question, true);
    }

    /** The same; where nobody waits, on this thread, and the search for the platform's name takes as long as the system lets it. */
    Reply ask(Question question, boolean somebodyWaits) throws InterruptedException {
        Duration patience = question.patience();
        try {
            return somebodyWaits
                    ? asking.elsewhere(patience, () -> replied(question))
                    : asking.here(patience, () -> replied(question));
        } catch (TimeoutException | RejectedExecutionException e) {
            LOG.debug("no reply in time, too many ask, or the wire is closed");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                throw new IllegalStateException("the question could not be asked", e.getCause());
            }
            LOG.debug("the wire was closed meanwhile");
        }
        return new Reply.NoAnswer();
    }

    private Reply replied(Question question) throws InterruptedException {
        HttpRequest request = request(question);
        Optional<Reply> reply = once(request, question);
        if (reply.isEmpty()) {
            reply = once(request, question);
        }
        return reply.orElse(new Reply.NoAnswer());
    }

    /** Empty where the connection broke and asking again may help. */
    private Optional<Reply> once(HttpRequest request, Question question) throws InterruptedException {
        try {
            Reply reply = reply(client.send(request, info -> body(info, question)), question);
            toldExpired |= reply instanceof Reply.Failure it && it.code().equals("certificate-expired");
            return Optional.of(reply);
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.debug("no reply: {}", cause.getClass().getSimpleName());
            if (Reply.Distrust.is(e)) {
                return Optional.of(new Reply.Distrust());
            }
            return question.repeatable() && broke(cause) ? Optional.empty() : Optional.of(new Reply.NoAnswer());
        }
    }

    private static boolean broke(Throwable cause) {
        return cause instanceof IOException
                && !(cause instanceof HttpTimeoutException
                        || cause instanceof ConnectException
                        || cause instanceof SSLException
                        || cause instanceof BoundedBody.Refused
                        || cause.getCause() instanceof BoundedBody.Refused);
    }

    private HttpRequest request(Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(question.path()))
                .header("Kiosk-Terminal", terminal)
                .method(
                        question.method(),
                        question.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(question.body()));
        question.headers().forEach(request::header);
        return request.build();
    }

    /** What cannot be an answer is not even read. */
    private static BodySubscriber<byte[]> body(ResponseInfo info, Question question) {
        HttpHeaders headers = info.headers();
        if (!fromThePlatform(headers)) {
            return new BoundedBody(-1);
        }
        if (success(info.statusCode(), headers, question) || question.method().equals("HEAD")) {
            return new BoundedBody(question.mostBytes());
        }
        return new BoundedBody(info.statusCode() >= 400 && typed(headers, Question.JSON) ? Question.MOST_JSON : -1);
    }

    private static Reply reply(HttpResponse<byte[]> response, Question question) {
        HttpHeaders headers = response.headers();
        if (success(response.statusCode(), headers, question)) {
            return new Reply.Success(response.body(), headers);
        }
        if (question.method().equals("HEAD")) {
            return headOnly(response.statusCode(), headers);
        }
        try {
            Json error = Json.parse(response.body());
            return new Reply.Failure(
                    response.statusCode(),
                    error.text("error"),
                    error.problems(),
                    retryAfter(headers),
                    error.counts("parts"),
                    Reply.offset(headers));
        } catch (Json.Malformed e) {
            LOG.debug("an error that is not one: {}", e.getMessage());
            return new Reply.NoAnswer();
        }
    }

    /** An error without a body: HTTP gives this method none. */
    private static Reply headOnly(int status, HttpHeaders headers) {
        return fromThePlatform(headers) && status >= 400
                ? new Reply.Failure(status, HEAD_ONLY.getOrDefault(status, ""), List.of(), retryAfter(headers))
                : new Reply.NoAnswer();
    }

    private static boolean success(int status, HttpHeaders headers, Question question) {
        return question.success().contains(status)
                && fromThePlatform(headers)
                && (question.answerType().isEmpty() || typed(headers, question.answerType()));
    }

    private static boolean fromThePlatform(HttpHeaders headers) {
        return headers.firstValue("Platform-Version").map("2"::equals).orElse(false);
    }

    private static boolean typed(HttpHeaders headers, String type) {
        String given = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return given.equals(type) || given.replace(" ", "").equals(type + ";charset=utf-8");
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(it -> it.matches("[0-9]{1,6}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)));
    }

    @Override
    public void close() {
        asking.close();
        threads.shutdownNow();
    }
}
