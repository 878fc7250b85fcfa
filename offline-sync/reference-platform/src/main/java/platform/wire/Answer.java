package platform.wire;

import java.util.Map;
import java.util.TreeMap;

/** What goes back: a status, a type, a body, and the headers beyond those every answer has. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String RETRY_AFTER_SECONDS = "2";

    public static Answer json(int status, Object value) {
        return ofJson(status, Json.bytes(value));
    }

    /** JSON that was written earlier and must not change by a byte. */
    public static Answer ofJson(int status, byte[] json) {
        return new Answer(status, JSON, json, Map.of());
    }

    public static Answer nothing() {
        return nothingBut(Map.of());
    }

    /** Nothing to read but these headers. */
    public static Answer nothingBut(Map<String, String> headers) {
        return new Answer(204, "", new byte[0], headers);
    }

    public static Answer pdf(byte[] document, String digest) {
        return new Answer(200, "application/pdf", document, Map.of("Content-Digest", digest));
    }

    public static Answer refusal(Refusal refusal) {
        ErrorCode code = refusal.code();
        Map<String, Object> body = new TreeMap<>(Map.of("error", code.code(), "message", code.message()));
        body.putAll(refusal.details());
        Map<String, String> headers = new TreeMap<>(refusal.headers());
        if (code.comesWithRetryAfter()) {
            headers.putIfAbsent("Retry-After", RETRY_AFTER_SECONDS);
        }
        return new Answer(code.status(), JSON, Json.bytes(body), headers);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
