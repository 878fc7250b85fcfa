package kiosk.emulators.ipp;

import java.util.ArrayList;
import java.util.List;

/** Everything that may be turned at the machine, and the words it has for it (RFC 8011 section 5.4.11 and 5.4.12). */
final class EngineState {
    static final int FULL_TRAY = 250;
    /** What every job is printed on. */
    static final String PAPER = "iso_a4_210x297mm";

    private static final int IDLE = 3;
    private static final int PROCESSING = 4;
    private static final int STOPPED = 5;
    private static final int LONGEST_WORD = 31;
    private static final int LOW_TONER = 10;
    private static final int LOW_PAPER = 20;

    int sheetsLeft = FULL_TRAY;
    int tonerPercent = 80;
    String mediaReady = PAPER;
    int millisPerSheet;
    boolean jammed;
    boolean coverOpen;
    boolean stopped;
    boolean shutDown;
    boolean swallowing;
    boolean occupied;
    boolean countless;
    /** Whether a job is in the machine; kept by the engine. */
    boolean working;

    private int abortAfter = -1;
    private int lostSheets;

    void abortNextAfter(int sheets) {
        abortAfter = sheets;
    }

    void loseOfNext(int sheets) {
        lostSheets = sheets;
    }

    int takeAbort() {
        int after = abortAfter;
        abortAfter = -1;
        return after;
    }

    int takeLostSheets() {
        int lost = lostSheets;
        lostSheets = 0;
        return lost;
    }

    boolean blocked() {
        return sheetsLeft <= 0
                || !mediaReady.equals(PAPER)
                || tonerPercent <= 0
                || jammed
                || coverOpen
                || stopped
                || shutDown;
    }

    int printerState() {
        if (stopped || shutDown || (working && blocked())) {
            return STOPPED;
        }
        return working ? PROCESSING : IDLE;
    }

    List<String> reasons() {
        List<String> words = new ArrayList<>();
        add(words, jammed, "media-jam");
        add(words, coverOpen, "cover-open");
        add(words, sheetsLeft <= 0, "media-empty");
        add(words, working && !mediaReady.equals(PAPER), "media-needed");
        add(words, sheetsLeft > 0 && sheetsLeft <= LOW_PAPER, "media-low");
        add(words, tonerPercent <= 0, "toner-empty");
        add(words, tonerPercent > 0 && tonerPercent <= LOW_TONER, "toner-low");
        if (stopped) {
            words.add("paused");
        }
        if (shutDown) {
            words.add("shutdown");
        }
        return words.isEmpty() ? List.of("none") : words;
    }

    private void add(List<String> words, boolean holds, String word) {
        if (holds) {
            int state = printerState();
            String whole = word + (state == STOPPED ? "-error" : state == PROCESSING ? "-warning" : "-report");
            words.add(whole.substring(0, Math.min(whole.length(), LONGEST_WORD)));
        }
    }
}
