package kiosk.desktop.technician.test;

import java.util.Map;
import kiosk.upkeep.TestRecord.Verdict;

/** A test of one part of the terminal, led by what it says to its {@link Guide}. */
@FunctionalInterface
public interface GuidedTest {
    /** Tests; every wait in it is bounded, and interrupting ends it early. */
    Finding run(Guide guide) throws InterruptedException;

    /**
     * What was found.
     *
     * @param figures what was measured, by words of small letters, digits and hyphens
     */
    record Finding(Verdict verdict, Map<String, Long> figures) {
        /** Keeps the map from changing. */
        public Finding {
            figures = Map.copyOf(figures);
        }

        /** Passed or failed, with figures. */
        static Finding of(boolean passed, Map<String, Long> figures) {
            return new Finding(passed ? Verdict.PASSED : Verdict.FAILED, figures);
        }
    }
}
