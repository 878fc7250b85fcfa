package kiosk.sync.disk;

import java.time.Duration;

/**
 * How much of the disk the store may use, and how long what is over stays on it.
 *
 * @param floorBytes with less free space nothing more is taken in
 * @param mostBytes how large the database may grow
 * @param ballastBytes held back, so that on a full disk the queue can still drain
 */
public record Limits(long floorBytes, long mostBytes, long ballastBytes, Kept kept) {
    /** What a terminal with a small disk can spare. */
    public static final Limits USUAL = new Limits(256L << 20, 4L << 30, 16L << 20);

    /** So much of the disk, and what is over stays as long as usual. */
    public Limits(long floorBytes, long mostBytes, long ballastBytes) {
        this(floorBytes, mostBytes, ballastBytes, Kept.USUAL);
    }

    /** The same room, and what is over stays so long. */
    public Limits keeping(Duration receipts, int notes) {
        return new Limits(floorBytes, mostBytes, ballastBytes, new Kept(receipts, notes));
    }

    /**
     * How long what is over stays.
     *
     * @param receipts how long what was delivered is kept with all that is known of it; then its id, digest and receipt stay
     * @param notes so many of the journal's latest entries are kept at least
     */
    public record Kept(Duration receipts, int notes) {
        /** More than a year, and 200,000 entries. */
        public static final Kept USUAL = new Kept(Duration.ofDays(400), 200_000);
    }
}
