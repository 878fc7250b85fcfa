package kiosk.sync.store;

import java.util.List;
import kiosk.submission.SubmissionId;

/**
 * What the courier has to do something for: a sealed submission to deliver, or one whose money must be asked for.
 *
 * @param unsettled whether only the money is asked for; nothing is to be sent then
 * @param attempts how many times it was tried, this time included
 * @param awaited whether a citizen stands at the terminal for the answer
 */
public record Parcel(
        long seq, String id, String number, String item, boolean unsettled, int attempts, boolean awaited, Load load) {
    /** The next attempt on an entry. */
    static Parcel of(Entry entry, boolean awaited, Load load) {
        return new Parcel(
                entry.seq(),
                entry.id(),
                entry.number(),
                entry.item(),
                entry.state() == EntryState.UNSETTLED,
                entry.attempts(),
                awaited,
                load);
    }

    /**
     * What is sent, the same bytes every time.
     *
     * @param digest SM3 of the manifest
     * @param bodyDigest SHA-256 of the body
     * @param body the manifest and its inline parts
     * @param parts what travels before it
     */
    public record Load(String digest, String bodyDigest, byte[] body, List<Piece> parts) {
        static final Load NONE = new Load("", "", new byte[0], List.of());

        /** Keeps the list from changing. */
        public Load {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Load[" + body.length + " bytes, " + parts.size() + " parts]";
        }
    }

    /**
     * A part in a file.
     *
     * @param digest SHA-256 of it
     * @param sent so many of its bytes the platform has for sure
     */
    public record Piece(int number, String file, long length, String digest, long sent) {}

    /** Whose item it is. */
    static String department(String item) {
        return item.substring(0, Math.max(0, item.indexOf('.')));
    }

    /** The id on the wire. */
    public SubmissionId submission() {
        return SubmissionId.parse(id);
    }

    /** Whose item it is. */
    public String department() {
        return department(item);
    }

    /** Whether some of its parts travel by themselves. */
    public boolean large() {
        return !load.parts().isEmpty();
    }

    /** Why an attempt to deliver did not bring an end; the names are what is on disk and in the journal. */
    public enum Setback {
        /** Under way, or cut off before any answer by the end of the process. */
        BEGUN,
        /** Nothing that could be trusted came back. */
        NO_ANSWER,
        /** The platform is busy or down. */
        PLATFORM_DOWN,
        /** This department is down. */
        DEPARTMENT_DOWN,
        /** The platform failed over this one. */
        PLATFORM_FAILED,
        /** Something must come first: the money, or what is rated. */
        NOT_YET,
        /** The platform does not let this terminal in. */
        LOCKED_OUT,
        /** The disk does not give it, though it is there. */
        UNREAD,
        /** What was sealed is not whole on the disk any more. */
        DAMAGED,
        /** The platform has something else under this id. */
        CONFLICT
    }

    @Override
    public String toString() {
        return "Parcel[" + id + ", attempt " + attempts + ", " + load + "]";
    }
}
