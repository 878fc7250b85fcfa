package kiosk.device;

import java.time.Duration;
import java.util.function.Consumer;

/** Prints A4 pages. */
public interface PagePrinter extends Device {
    /**
     * Prints a document and follows the job to its end. Blocks for {@code patience} at most; a job that has not ended by then is
     * cancelled and answered as {@link Uncertain}. Interrupting cancels the job as well.
     *
     * @param watcher told of each fault that holds the job up (empty paper, open cover) while it may still be cured, and of its cure
     */
    Outcome print(Job job, Duration patience, Consumer<Progress> watcher) throws InterruptedException;

    /**
     * A document to print.
     *
     * @param name stands in the printer's own job list: a submission's number, never a person's name
     * @param pdf the document; the array is the job's own and is not to be written to
     * @param pages how many sheets are expected
     */
    record Job(String name, byte[] pdf, int pages) {
        @Override
        public String toString() {
            return "Job[" + name + ", " + pages + " pages, " + pdf.length + " bytes]";
        }
    }

    /** How far a job is. */
    sealed interface Progress {}

    /** So many sheets are out. */
    record Sheets(int out) implements Progress {}

    /** The job waits for a cure. */
    record Held(Fault fault) implements Progress {}

    /** How a job ended. */
    sealed interface Outcome {}

    /** The printer reported the job completed, and as many sheets as expected. */
    record Printed(int sheets) implements Outcome {}

    /** Nothing came out. */
    record NotPrinted(Fault fault) implements Outcome {}

    /** Some or all sheets may be out: the job was cut short or its end could not be seen. */
    record Uncertain(Fault fault) implements Outcome {}
}
