package platform.wire;

import java.util.List;
import java.util.Map;

/** The platform says no, with the code the wire knows for it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;
    private final transient Map<String, String> headers;

    public Refusal(ErrorCode code) {
        this(code, Map.of(), Map.of());
    }

    private Refusal(ErrorCode code, Map<String, Object> details, Map<String, String> headers) {
        super(code.code(), null, false, false);
        this.code = code;
        this.details = Map.copyOf(details);
        this.headers = Map.copyOf(headers);
    }

    public static Refusal needsCitizen(List<Problem> problems) {
        return new Refusal(ErrorCode.NEEDS_CITIZEN, Map.of("problems", problems), Map.of());
    }

    /** Parts that the manifest names and that are not here whole. */
    public static Refusal partsMissing(List<Integer> parts) {
        return new Refusal(ErrorCode.PARTS_MISSING, Map.of("parts", parts), Map.of());
    }

    /** A piece that begins elsewhere than where the part goes on. */
    public static Refusal uploadOffset(long right) {
        return new Refusal(ErrorCode.UPLOAD_OFFSET, Map.of(), Map.of("Upload-Offset", String.valueOf(right)));
    }

    /** Not now, and when to come again. */
    public static Refusal comeAgainIn(ErrorCode code, long seconds) {
        return new Refusal(code, Map.of(), Map.of("Retry-After", String.valueOf(seconds)));
    }

    public ErrorCode code() {
        return code;
    }

    /** What the answer says besides code and message. */
    Map<String, Object> details() {
        return details;
    }

    Map<String, String> headers() {
        return headers;
    }
}
