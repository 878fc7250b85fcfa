package kiosk.sync.seal;

/**
 * How the terminal's journal ended before a submission entered it (PLATFORM-API.md, section 11.2).
 *
 * @param count how many entries it had
 * @param head SM3 of the chain up to there, 32 bytes
 */
public record JournalHead(long count, byte[] head) {
    /** A journal without an entry. */
    public static final JournalHead EMPTY = new JournalHead(0, new byte[32]);
}
