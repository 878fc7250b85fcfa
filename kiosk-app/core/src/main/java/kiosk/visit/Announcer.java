package kiosk.visit;

/** Calls a citizen back by a sound; where there is no loudspeaker it stays silent, and says so. */
public interface Announcer {
    /** What was left behind. */
    enum Left {
        /** A card on its reader. */
        CARD,
        /** Paper in a printer's exit. */
        PAPER
    }

    /** Sounds once; returns at once and never fails. */
    void call(Left what);

    /** Whether it can be heard. */
    boolean audible();

    /** One that cannot be heard. */
    static Announcer silent() {
        return new Announcer() {
            @Override
            public void call(Left what) {
                // nobody hears it
            }

            @Override
            public boolean audible() {
                return false;
            }
        };
    }
}
