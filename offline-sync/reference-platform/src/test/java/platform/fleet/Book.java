package platform.fleet;

import java.util.Arrays;

/** The model's ledger: how often each submission became a case, and when it was last seen. */
final class Book {
    private final byte[] cases;
    private final float[] seen;
    private final double remembers;

    Book(int submissions, double remembersSeconds) {
        cases = new byte[submissions];
        seen = new float[submissions];
        Arrays.fill(seen, Float.NEGATIVE_INFINITY);
        remembers = remembersSeconds;
    }

    boolean knows(int submission, double now) {
        return cases[submission] > 0 && now - seen[submission] <= remembers;
    }

    /** Whether it is a new case. */
    boolean enter(int submission, double now) {
        boolean isNew = !knows(submission, now);
        if (isNew) {
            cases[submission]++;
            seen[submission] = (float) now;
        }
        return isNew;
    }

    boolean holds(int submission) {
        return cases[submission] > 0;
    }

    int duplicates() {
        int duplicates = 0;
        for (byte copies : cases) {
            duplicates += Math.max(0, copies - 1);
        }
        return duplicates;
    }
}
