package kiosk.sync.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import kiosk.catalogue.Department;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Trouble;

/**
 * Asks the platform once how it is (PLATFORM-API.md, section 3): whether it is the platform that answers, what time it has there, and
 * which departments it says answer.
 */
final class StatusLook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int GOOD = 200;
    private static final int NOT_ADMITTED = 403;

    private final URI status;
    private final String terminal;
    private final Clock clock;

    StatusLook(URI status, String terminal, Clock clock) {
        this.status = status;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param clockAhead by how much this terminal's clock is ahead of who answered
     */
    record Seen(HopResult platform, List<HopResult> departments, Optional<Duration> clockAhead) {}

    /** An answer as it came, and when, by the clock here. */
    private record Answer(int code, boolean marked, String body, long date, Instant here, Duration took) {}

    /** Asks, believing only whom the terminal trusts, and showing him the terminal's certificate where there is one. */
    Seen ask(Witness witness, KeyManager... own) throws InterruptedException {
        return asked(Credentials.context(witness, own), false);
    }

    /**
     * Asks whoever is there for the time alone, when its certificate was not taken: only so can a wrong clock be told from a wrong
     * certificate. Nothing but the time is taken from the answer, and nothing is set by it.
     */
    Optional<Duration> clockAheadOfAnyone() throws InterruptedException {
        return asked(Credentials.context(new Witness(Optional.empty())), true).clockAhead();
    }

    private Seen asked(SSLContext context, boolean anyone) throws InterruptedException {
        HttpURLConnection connection = prepared(context, anyone);
        Bounded<Seen> asking = Bounded.begin(() -> seen(connection));
        try {
            return asking.within(PATIENCE).orElseGet(() -> failed(Trouble.SILENT, "", asking.took()));
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection prepared(SSLContext context, boolean anyone) {
        try {
            HttpURLConnection connection = (HttpURLConnection) status.toURL().openConnection(Proxy.NO_PROXY);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestProperty("Kiosk-Terminal", terminal);
            connection.setRequestProperty("Connection", "close");
            if (connection instanceof HttpsURLConnection secure) {
                secure.setSSLSocketFactory(context.getSocketFactory());
                if (anyone) {
                    secure.setHostnameVerifier((host, session) -> true);
                }
            }
            return connection;
        } catch (IOException e) {
            throw new IllegalStateException("the platform's address cannot be asked", e);
        }
    }

    private Seen seen(HttpURLConnection connection) {
        long begun = System.nanoTime();
        Instant before = clock.instant();
        try {
            int code = connection.getResponseCode();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            boolean marked = "2".equals(connection.getHeaderField("Platform-Version"));
            String body = code == GOOD && marked ? body(connection) : "";
            Instant here = before.plus(took.dividedBy(2));
            return judged(new Answer(code, marked, body, connection.getDate(), here, took));
        } catch (SocketTimeoutException silent) {
            return failed(Trouble.SILENT, "", Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException broken) {
            String code = broken.getClass().getSimpleName();
            return failed(Trouble.REFUSED, code, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** The stream is not closed, because that would wait for the rest; the connection is cut instead, whoever asked. */
    private static String body(HttpURLConnection connection) throws IOException {
        InputStream in = connection.getInputStream();
        return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }

    private static Seen judged(Answer answer) {
        Optional<Duration> byDate = answer.date() == 0
                ? Optional.empty()
                : Optional.of(Duration.between(Instant.ofEpochMilli(answer.date()), answer.here()));
        String code = "http " + answer.code();
        if (!answer.marked()) {
            return new Seen(
                    HopResult.failed(Hop.PLATFORM, Trouble.NOT_THE_PLATFORM, code, answer.took()), List.of(), byDate);
        } else if (answer.code() != GOOD) {
            Trouble trouble = answer.code() == NOT_ADMITTED ? Trouble.NOT_ADMITTED : Trouble.OUT_OF_ORDER;
            return new Seen(HopResult.failed(Hop.PLATFORM, trouble, code, answer.took()), List.of(), byDate);
        }
        return told(answer, byDate);
    }

    private static Seen told(Answer answer, Optional<Duration> byDate) {
        try {
            JsonNode status = JSON.readTree(answer.body());
            Instant there = OffsetDateTime.parse(status.path("time").asText()).toInstant();
            return new Seen(
                    HopResult.proven(Hop.PLATFORM, "http 200", answer.took()),
                    departments(status.path("departments")),
                    Optional.of(Duration.between(there, answer.here())));
        } catch (JsonProcessingException | DateTimeException notAStatus) {
            HopResult odd = HopResult.failed(Hop.PLATFORM, Trouble.NOT_THE_PLATFORM, "no status", answer.took());
            return new Seen(odd, List.of(), byDate);
        }
    }

    /** The platform's word for a department is a contact and no proof: only a delivery proves that it takes something. */
    private static List<HopResult> departments(JsonNode said) {
        List<HopResult> results = new ArrayList<>();
        for (Department department : Department.values()) {
            HopResult result = said.path(department.word()).asBoolean()
                    ? HopResult.contacted(Hop.DEPARTMENT, "status", Duration.ZERO)
                    : HopResult.failed(Hop.DEPARTMENT, Trouble.OUT_OF_ORDER, "status", Duration.ZERO);
            results.add(result.of(department));
        }
        return List.copyOf(results);
    }

    private static Seen failed(Trouble trouble, String code, Duration took) {
        return new Seen(HopResult.failed(Hop.PLATFORM, trouble, code, took), List.of(), Optional.empty());
    }
}
