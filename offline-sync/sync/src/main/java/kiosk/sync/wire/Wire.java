package kiosk.sync.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.http.Asking;
import kiosk.sync.http.Call;
import kiosk.sync.http.Connections;
import kiosk.sync.http.Head;
import kiosk.sync.http.Request;
import kiosk.sync.http.Response;
import kiosk.sync.http.Vain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 to the platform. No redirect is followed and no proxy asked. A reply counts only with its status, its content type and
 * {@code Platform-Version: 2}; everything else is no answer, whatever it looks like. The whole exchange is bounded in time, also
 * against a body that trickles, and the body in size.
 */
public final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Map<Integer, String> HEAD_ONLY =
            Map.of(400, "bad-request", 404, "not-found", 405, "bad-method", 415, "bad-type");

    private final PlatformAddress address;
    private final String terminal;
    private final Asking asking = new Asking(Wire::named);
    private final Connections connections;
    private volatile boolean toldExpired;

    /** The wire of that terminal. */
    public Wire(PlatformAddress address, String terminal, SSLContext channel) {
        this.address = address;
        this.terminal = terminal;
        this.connections = new Connections(address, channel);
    }

    /** Has connections made anew from now on: those that are open go on under the certificate they began with. */
    void anew() {
        connections.anew();
        toldExpired = false;
    }

    /** Whether the platform said that the certificate is too old, whatever the terminal's clock says of it. */
    boolean toldExpired() {
        return toldExpired;
    }

    /** The terminal whose wire it is. */
    String terminal() {
        return terminal;
    }

    /** Where the platform is. */
    PlatformAddress address() {
        return address;
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
        Call call = new Call(connections);
        try {
            return somebodyWaits
                    ? asking.elsewhere(patience, () -> replied(call, question), call::cut)
                    : asking.here(patience, () -> replied(call, question), call::cut);
        } catch (TimeoutException | RejectedExecutionException e) {
            LOG.debug("no reply in time, too many ask, or the wire is closed");
            return new Reply.NoAnswer();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question could not be asked", e.getCause());
        }
    }

    private Reply replied(Call call, Question question) {
        Request request = request(question);
        return once(call, request, question)
                .or(() -> once(call, request, question))
                .orElse(new Reply.NoAnswer());
    }

    /** Empty where the connection broke and asking again may help. */
    private Optional<Reply> once(Call call, Request request, Question question) {
        try {
            Reply reply = reply(call.ask(request, head -> most(head, question)), question);
            toldExpired |= reply instanceof Reply.Failure it && it.code().equals("certificate-expired");
            return Optional.of(reply);
        } catch (IOException e) {
            LOG.debug("no reply: {}", e.getClass().getSimpleName());
            if (Reply.Distrust.is(e)) {
                return Optional.of(new Reply.Distrust());
            }
            return question.repeatable() && broke(e) ? Optional.empty() : Optional.of(new Reply.NoAnswer());
        }
    }

    private static boolean broke(IOException e) {
        return !(e instanceof Vain || e instanceof Response.Refused || e instanceof SSLException);
    }

    private Request request(Question question) {
        Map<String, String> fields = new HashMap<>(question.headers());
        fields.put("Kiosk-Terminal", terminal);
        return new Request(question.method(), question.path(), fields, question.body());
    }

    /** What cannot be an answer is not even read. */
    private static int most(Head head, Question question) {
        if (!fromThePlatform(head)) {
            return -1;
        }
        if (success(head, question) || question.method().equals("HEAD")) {
            return question.mostBytes();
        }
        return head.status() >= 400 && typed(head, Question.JSON) ? Question.MOST_JSON : -1;
    }

    private static Reply reply(Response response, Question question) {
        Head head = response.head();
        if (success(head, question)) {
            return new Reply.Success(response.body(), head);
        }
        if (question.method().equals("HEAD")) {
            return headOnly(head);
        }
        try {
            Json error = Json.parse(response.body());
            return new Reply.Failure(
                    head.status(),
                    error.text("error"),
                    error.problems(),
                    retryAfter(head),
                    error.counts("parts"),
                    Reply.offset(head));
        } catch (Json.Malformed e) {
            LOG.debug("an error that is not one: {}", e.getMessage());
            return new Reply.NoAnswer();
        }
    }

    /** An error without a body: HTTP gives this method none. */
    private static Reply headOnly(Head head) {
        return fromThePlatform(head) && head.status() >= 400
                ? new Reply.Failure(
                        head.status(), HEAD_ONLY.getOrDefault(head.status(), ""), List.of(), retryAfter(head))
                : new Reply.NoAnswer();
    }

    private static boolean success(Head head, Question question) {
        return question.success().contains(head.status())
                && fromThePlatform(head)
                && (question.answerType().isEmpty() || typed(head, question.answerType()));
    }

    private static boolean fromThePlatform(Head head) {
        return head.first("Platform-Version").map("2"::equals).orElse(false);
    }

    private static boolean typed(Head head, String type) {
        String given = head.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return given.equals(type) || given.replace(" ", "").equals(type + ";charset=utf-8");
    }

    private static Optional<Duration> retryAfter(Head head) {
        return head.first("Retry-After")
                .filter(it -> it.matches("[0-9]{1,6}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)));
    }

    @Override
    public void close() {
        connections.close();
        asking.close();
    }
}
