package kiosk.diagnosis;

import java.util.function.Consumer;

/** Looks at the line hop by hop and at the host. */
public interface SiteSurvey {
    /**
     * Looks; blocks for fifteen seconds at most, and interrupting ends it early. Changes nothing, and sends nothing of a citizen.
     *
     * @param meanwhile told each station as soon as it is known, on the caller's thread
     */
    Survey look(Consumer<HopResult> meanwhile) throws InterruptedException;
}
