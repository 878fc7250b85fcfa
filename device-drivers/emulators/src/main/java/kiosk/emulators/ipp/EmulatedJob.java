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
    final String user;
    int state = HELD;
    List<String> reasons = List.of("job-incoming");
    int sheets;
    int pages;
    boolean cancelling;
    byte[] document = {};

    /** When it was created, began and ended, by the printer's own clock in seconds; 0 if it has not yet. */
    final int[] times = new int[3];

    EmulatedJob(int id, String name, String user) {
        this.id = id;
        this.name = name;
        this.user = user;
    }

    boolean ended() {
        return state >= CANCELED;
    }

    void becomes(int newState, String... why) {
        state = newState;
        int time = newState >= CANCELED ? 2 : newState >= PROCESSING ? 1 : 0;
        times[time] = times[time] == 0 ? UpTime.seconds() : times[time];
        reasons = why.length == 0 ? List.of("none") : List.of(why);
    }
}
