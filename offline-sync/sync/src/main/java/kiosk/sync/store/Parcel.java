package kiosk.sync.store;

import java.util.List;

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
                entry.attempts() + 1,
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

    @Override
    public String toString() {
        return "Parcel[" + id + ", attempt " + attempts + ", " + load + "]";
    }
}
