package kiosk.submission;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What waits to be delivered, as an operator sees it: without personal data, and without disturbing whoever works on it. What is
 * looked at is how it was at one moment.
 */
public interface Backlog {
    /** The entries that are not delivered, oldest first, at most {@code most}. */
    List<Item> items(int most);

    /**
     * Writes what is to be delivered into a file, sealed as it is, for the platform to take in (PLATFORM-API.md, section 11.3); it stays
     * in the queue all the same, because the platform takes nothing twice. What is written is on the medium when this returns. A file
     * that is there is not written over, and one that could not be written whole is taken away again.
     */
    Export export(Path file);

    /** How an entry stands. */
    enum State {
        /** Must be paid first, and the citizen is at it. */
        HELD,
        /** Must be paid first, and the citizen is gone: the platform is asked for the money. */
        UNSETTLED,
        /** To be delivered. */
        READY,
        /** To be delivered after what it rates. */
        AFTER_ANOTHER,
        /** The platform wants something mended. */
        SENT_BACK,
        /** Nothing more is tried; a person must look at it. */
        REFUSED
    }

    /** Why an entry is not delivered. */
    enum Cause {
        /** It was not tried yet. */
        NOT_TRIED,
        /** It is under way. */
        UNDER_WAY,
        /** The platform did not answer. */
        NO_ANSWER,
        /** The platform is busy or down. */
        PLATFORM_DOWN,
        /** The department is down. */
        DEPARTMENT_DOWN,
        /** The platform failed over it. */
        PLATFORM_FAILED,
        /** Something must come first: the money, or what is rated. */
        NOT_YET,
        /** The platform does not let this terminal in. */
        LOCKED_OUT,
        /** This terminal's disk does not give it now. */
        DISK_FAILS,
        /** What was sealed is not whole on the disk any more. */
        DAMAGED,
        /** The platform has something else under its id. */
        CONFLICT,
        /** The citizen must mend something. */
        NEEDS_CITIZEN,
        /** The platform has a word of its own against it. */
        PLATFORM_SAYS_NO
    }

    /**
     * One entry.
     *
     * @param item the code of the item; for a rating the rated item's
     * @param rating whether it is a rating
     * @param code what the queue itself or the platform calls the cause; empty where it was not tried
     * @param next when it is tried next; empty where it is not
     */
    record Item(
            SubmissionId id,
            SubmissionNumber number,
            String item,
            boolean rating,
            State state,
            Instant taken,
            int attempts,
            Cause cause,
            String code,
            Optional<Instant> next,
            Load load) {}

    /**
     * What is to be sent for an entry.
     *
     * @param bytes all of it
     * @param parts how many parts travel by themselves
     * @param partsSent how many of these the platform has whole
     * @param bytesSent so many bytes of the parts the platform has
     */
    record Load(long bytes, int parts, int partsSent, long bytesSent) {}

    /** What came of writing a file. */
    sealed interface Export {}

    /** It is written: so many submissions, so many bytes; so many were left out: not whole on the disk, or delivered meanwhile. */
    record Written(int items, int leftOut, long bytes) implements Export {}

    /** Nothing was written. */
    record NotWritten(WhyNot why) implements Export {}

    /** Why nothing was written. */
    enum WhyNot {
        /** There is nothing to deliver. */
        NOTHING_WAITS,
        /** A file of that name is there. */
        THERE_ALREADY,
        /** There is not enough space. */
        NO_ROOM,
        /** No stick is plugged in. */
        NO_STICK,
        /** The medium does not take it. */
        BROKEN
    }
}
