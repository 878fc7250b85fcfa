package platform.submission;

import java.util.List;
import java.util.regex.Pattern;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** A submission as it arrives: what the headers say, and the sealed container. */
@SuppressWarnings("ArrayRecordComponent")
public record Delivery(
        String id,
        String terminal,
        String item,
        String kind,
        String number,
        String dependsOn,
        String digest,
        byte[] container) {
    private static final List<String> KINDS = List.of("application", "certificate", "payment", "rating");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{4,40}");

    /** Refuses headers that are malformed or do not fit together. */
    void mustBeWellFormed() throws Refusal {
        boolean dependsRightly = isRating() != dependsOn.isEmpty();
        if (!KINDS.contains(kind) || !NUMBER.matcher(number).matches() || !dependsRightly) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
    }

    boolean isRating() {
        return kind.equals("rating");
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + kind + ", " + container.length + " bytes]";
    }
}
