package kiosk.emulators.ipp;

import java.util.List;

/** A job in the emulated printer; written to under the engine's lock alone. */
final class EmulatedJob {
    static final int PENDING = 3;
    static final int HELD = 4;
    static final int PROCESSING = 5;
    static final int STOPPED = 6;
    static final int CANCELED = 7;
    static final int ABORTED = 8;
    static final int COMPLETED = 9;

    final int id;
    final String name;
    int state = HELD;
    List<String> reasons = List.of("job-incoming");
    int sheets;
    int pages;
    boolean cancelling;
    byte[] document = {};

    EmulatedJob(int id, String name) {
        this.id = id;
        this.name = name;
    }

    boolean ended() {
        return state >= CANCELED;
    }

    void becomes(int newState, String... why) {
        state = newState;
        reasons = why.length == 0 ? List.of("none") : List.of(why);
    }
}
