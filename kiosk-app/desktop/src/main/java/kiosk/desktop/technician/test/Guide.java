package kiosk.desktop.technician.test;

import java.util.List;
import kiosk.diagnosis.HopResult;

/** What a guided test says to the technician and asks of them; its calls come from the test's own thread. */
public interface Guide {
    /** Says what to do now, or what is being done. */
    void says(String key, Object... parts);

    /** Says what came of it; that stays beside the verdict when the test has ended. */
    default void concludes(String key) {
        says(key);
    }

    /** Shows something beside the words, until the next is shown. */
    void shows(Exhibit exhibit);

    /** Asks a question that is answered by yes or no, and waits for the answer. */
    boolean confirms(String key) throws InterruptedException;

    /** Something to look at. */
    sealed interface Exhibit {}

    /** Nothing. */
    record Nothing() implements Exhibit {}

    /** A code to be held before the code scanner. */
    record Code(String text) implements Exhibit {}

    /** The stations of the line and how far each was reached. */
    record Hops(List<HopResult> hops) implements Exhibit {
        /** Keeps the list from changing. */
        public Hops {
            hops = List.copyOf(hops);
        }
    }

    /** A scanned sheet with the cells in which something was found. */
    record Sheet(byte[] jpeg, Cells cells) implements Exhibit {
        @Override
        public String toString() {
            return "Sheet[" + cells.dirty().size() + " dirty cells]";
        }
    }
}
