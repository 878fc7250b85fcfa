package kiosk.sync.courier;

import kiosk.sync.threads.Meeting;

/** A large part waits while somebody stands for an answer, and the answer comes. */
public final class HeldMeeting implements Meeting {
    private static final int PIECE = 100;

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            Bandwidth bandwidth = new Bandwidth(() -> 0);
            bandwidth.held(true);
            Thread courier = Meeting.beside(() -> bandwidth.held(false));
            Meeting.holds(bandwidth.next(PIECE) == PIECE, "another piece than asked for");
            courier.join();
        });
    }
}
