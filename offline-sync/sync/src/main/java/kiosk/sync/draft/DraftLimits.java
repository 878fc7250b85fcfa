package kiosk.sync.draft;

import java.time.Duration;

/**
 * How long drafts are kept, and how much of the disk they may use.
 *
 * @param keepFor from the last change on; zero keeps none
 * @param most so many drafts; the oldest goes first
 * @param mostBytes all of them together
 * @param floorBytes with less free space none is kept: the queue goes before
 */
public record DraftLimits(Duration keepFor, int most, long mostBytes, long floorBytes) {
    /** What a terminal with a small disk can spare, for drafts that are kept so long. */
    public static DraftLimits usual(Duration keepFor) {
        return new DraftLimits(keepFor, 50, 256L << 20, 512L << 20);
    }
}
