package kiosk.submission;

import java.time.Instant;
import java.util.List;

/**
 * A citizen's rating of the service (好差评, GB/T 39735-2020).
 *
 * @param of the submission that is rated
 * @param stars 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意
 * @param reasons codes of what was wrong; needed below three stars
 */
public record Rating(SubmissionId id, SubmissionId of, int stars, List<String> reasons, Instant given) {
    /** Whether these stars may be given: one to five, and below three not without a reason. */
    public static boolean complete(int stars, List<String> reasons) {
        return stars >= 1 && stars <= 5 && (stars >= 3 || !reasons.isEmpty());
    }

    /** Refuses stars outside one to five. */
    public Rating {
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("stars are one to five");
        }
        reasons = List.copyOf(reasons);
    }
}
