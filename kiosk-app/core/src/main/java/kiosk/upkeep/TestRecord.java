package kiosk.upkeep;

import java.time.Instant;
import java.util.Map;

/**
 * How a technician's test ended.
 *
 * @param technician who tested: a staff number or the like, at most 40 characters
 * @param figures what was measured, by words of small letters, digits and hyphens; at most 64
 */
public record TestRecord(Instant time, Subject subject, Verdict verdict, String technician, Map<String, Long> figures) {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_FIGURES = 64;

    /** Refuses what is too long or too many, or no word. */
    public TestRecord {
        figures = Map.copyOf(figures);
        if (technician.length() > LONGEST_NAME || figures.size() > MOST_FIGURES) {
            throw new IllegalArgumentException("a test's technician and figures are bounded");
        }
        if (!figures.keySet().stream().allMatch(it -> it.matches("[a-z0-9-]{1,40}"))) {
            throw new IllegalArgumentException("a test's figures are named by words of small letters");
        }
    }

    @Override
    public String toString() {
        return "TestRecord[" + subject + ", " + verdict + ", " + figures.size() + " figures]";
    }

    /** What came out. */
    public enum Verdict {
        /** All as it should be. */
        PASSED,
        /** Something is wrong. */
        FAILED,
        /** Broken off. */
        NOT_FINISHED
    }
}
