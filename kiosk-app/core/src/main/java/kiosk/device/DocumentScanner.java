package kiosk.device;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/** Scans sheets of paper, one page a call. */
public interface DocumentScanner extends Device {
    /**
     * Scans one A4 page; blocks for {@code patience} at most, and interrupting cancels the scan.
     *
     * @param progress told how much of the page is in, 0 to 1, from the calling thread
     */
    Outcome scan(Resolution resolution, Duration patience, DoubleConsumer progress) throws InterruptedException;

    /**
     * What was scanned so far is one thing and what comes is another, perhaps of another citizen: a sheet that a feeder has drawn in
     * for the last scan is not given to the next one. Does not block. A scanner that draws in nothing ahead has nothing to do.
     */
    default void beginAnew() {}

    /** How finely to scan. */
    enum Resolution {
        /** 150 dots an inch, for a preview. */
        DPI_150(150),
        /** 200 dots an inch, for a material. */
        DPI_200(200),
        /** 300 dots an inch, for small print. */
        DPI_300(300);

        private final int dotsPerInch;

        Resolution(int dotsPerInch) {
            this.dotsPerInch = dotsPerInch;
        }

        /** Dots an inch. */
        public int dotsPerInch() {
            return dotsPerInch;
        }
    }

    /** How a scan ended. */
    sealed interface Outcome {}

    /** Whether there is more to scan. */
    enum Rest {
        /** Nothing is known of: a glass holds one sheet. */
        NONE,
        /** More sheets lie in the feeder, or may: the next call scans the next one, or finds no paper. */
        MORE_SHEETS
    }

    /** A page is in. */
    record Scanned(ScannedPage page, Rest rest) implements Outcome {
        /** A page after which nothing is known to come. */
        public Scanned(ScannedPage page) {
            this(page, Rest.NONE);
        }
    }

    /** There is no paper to scan: lay the sheet. */
    record NoPaper() implements Outcome {}

    /** The scan was cancelled by us. */
    record Cancelled() implements Outcome {}

    /** The scanner is broken. */
    record Broken(Fault fault) implements Outcome {}
}
