package platform.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request: its headers and parts checked for length and shape, its body read once and never without a bound. */
public final class Call {
    /** The largest body of any request that is not a sealed container (section 9). */
    public static final int SMALL_BODY = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEADER = 256;
    private static final Pattern TERMINAL = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final HttpExchange exchange;
    private final Map<String, String> pathParts;
    private byte @Nullable [] body;

    public Call(HttpExchange exchange, Map<String, String> pathParts) {
        this.exchange = exchange;
        this.pathParts = pathParts;
    }

    public String terminal() throws Refusal {
        String terminal = header("Kiosk-Terminal").orElse("");
        if (!TERMINAL.matcher(terminal).matches()) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return terminal;
    }

    public Optional<String> header(String name) throws Refusal {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null && value.length() > LONGEST_HEADER) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return Optional.ofNullable(value);
    }

    public String requiredHeader(String name) throws Refusal {
        return header(name).orElseThrow(() -> new Refusal(ErrorCode.BAD_REQUEST));
    }

    /** The submission's id in the path: a UUID in lower case with hyphens. */
    public String id() throws Refusal {
        return id(pathParts.getOrDefault("id", ""));
    }

    /** A whole number in the path, at most {@code most}. */
    public int numberNamed(String part, int most) throws Refusal {
        return (int) number(pathParts.getOrDefault(part, ""), most);
    }

    /** A whole number in a header, at most {@code most}. */
    public long requiredNumber(String header, long most) throws Refusal {
        return number(requiredHeader(header), most);
    }

    private static long number(String digits, long most) throws Refusal {
        if (!NUMBER.matcher(digits).matches() || Long.parseLong(digits) > most) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return Long.parseLong(digits);
    }

    /** A boolean in a header, {@code ?0} or {@code ?1} (RFC 8941, section 3.3.6); an absent one is false. */
    public boolean flag(String header) throws Refusal {
        String value = header(header).orElse("?0");
        if (!value.equals("?0") && !value.equals("?1")) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return value.equals("?1");
    }

    /** Another id in the path. */
    public String idNamed(String part) throws Refusal {
        return id(pathParts.getOrDefault(part, ""));
    }

    public static String id(String text) throws Refusal {
        if (!ID.matcher(text).matches()) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return UUID.fromString(text).toString();
    }

    /** A parameter of the query, empty where it is absent. */
    public String query(String name) throws Refusal {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        if (query.length() > LONGEST_HEADER) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
    }

    public JsonNode json() throws Refusal, IOException {
        mustBeOfType("application/json");
        return Json.object(body(SMALL_BODY), ErrorCode.BAD_REQUEST);
    }

    public void mustBeOfType(String type) throws Refusal {
        String given = header("Content-Type").orElse("");
        if (!given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type)) {
            throw new Refusal(ErrorCode.BAD_TYPE);
        }
    }

    /** As much of the body as arrived, at most {@code limit}, and whether that is all of it. */
    public Arrived arrived(int limit) throws Refusal {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        InputStream in = exchange.getRequestBody();
        boolean ended = false;
        try {
            for (int n = in.read(buffer); n >= 0 && received.size() <= limit; n = in.read(buffer)) {
                received.write(buffer, 0, n);
            }
            ended = true;
        } catch (IOException e) {
            LOG.info("A piece was cut after {} bytes", received.size());
        }
        if (received.size() > limit) {
            throw new Refusal(ErrorCode.TOO_LARGE);
        }
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        boolean isWhole = ended && (length == null || length.equals(String.valueOf(received.size())));
        return new Arrived(received.toByteArray(), isWhole);
    }

    /** What of a body came over the line. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Arrived(byte[] bytes, boolean isWhole) {}

    /** The body as it comes, for a reader that bounds what it takes. */
    public InputStream stream() {
        return exchange.getRequestBody();
    }

    /** The whole body; of one that is longer than {@code limit} as much again is swallowed, so that the answer is heard. */
    public byte[] body(int limit) throws Refusal, IOException {
        if (body == null) {
            InputStream in = exchange.getRequestBody();
            byte[] read = in.readNBytes(limit + 1);
            mustNotBeCut(read.length, limit);
            if (read.length > limit) {
                swallow(in, limit);
                throw new Refusal(ErrorCode.TOO_LARGE);
            }
            body = read;
        }
        return body;
    }

    /** A line that was cut is no word of the terminal's, and gets none in answer. */
    private void mustNotBeCut(int arrived, int limit) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (arrived <= limit && length != null && !length.equals(String.valueOf(arrived))) {
            throw new IOException("The line was cut in a body.");
        }
    }

    /** Reads on, because a stream of an exchange that skips waits beyond the end of its body. */
    private static void swallow(InputStream in, int most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int left = most;
        for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
            left -= n;
        }
    }
}
