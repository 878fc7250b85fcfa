package kiosk.sync.disk;

/**
 * How much of the disk the store may use.
 *
 * @param floorBytes with less free space nothing more is taken in
 * @param mostBytes how large the database may grow
 * @param ballastBytes held back, so that on a full disk the queue can still drain
 */
public record Limits(long floorBytes, long mostBytes, long ballastBytes) {
    /** What a terminal with a small disk can spare. */
    public static final Limits USUAL = new Limits(256L << 20, 4L << 30, 16L << 20);
}
