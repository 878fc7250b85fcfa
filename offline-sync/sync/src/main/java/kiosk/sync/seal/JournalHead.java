package kiosk.sync.seal;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * A place in the chain of the terminal's journal (PLATFORM-API.md, section 11.2): {@code h(k) = SM3(h(k-1) ‖ entry)}, {@code h(0)} 32
 * zero bytes, entry the signed lines {@code OKJ1}, k, time in milliseconds since 1970, event id, figures.
 *
 * @param count how many entries there are up to here
 * @param head SM3 of the chain up to here, 32 bytes
 */
public record JournalHead(long count, byte[] head) {
    private static final int LENGTH = 32;

    /** A journal without an entry. */
    public static final JournalHead EMPTY = new JournalHead(0, new byte[LENGTH]);

    /**
     * A place whose head is written in hexadecimal digits, or as the wire writes it.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static JournalHead read(long count, String head) {
        boolean hex = head.length() == 2 * LENGTH;
        boolean field = head.startsWith("sm3=:") && head.endsWith(":") && head.length() > 6;
        byte[] bytes = hex
                ? HexFormat.of().parseHex(head)
                : Base64.getDecoder().decode(field ? head.substring(5, head.length() - 1) : "");
        if (bytes.length != LENGTH || count < 0) {
            throw new IllegalArgumentException("not a place in a journal");
        }
        return new JournalHead(count, bytes);
    }

    /** Whether it is the same place of the same chain. */
    public boolean same(JournalHead other) {
        return count == other.count && Arrays.equals(head, other.head);
    }

    /** The place after the next entry. */
    public JournalHead next(long millis, int event, String figures) {
        byte[] entry = SignedLines.of(
                "OKJ1", Long.toString(count + 1), Long.toString(millis), Integer.toString(event), figures);
        SM3Digest digest = new SM3Digest();
        digest.update(head, 0, head.length);
        digest.update(entry, 0, entry.length);
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return new JournalHead(count + 1, sum);
    }

    /** The head as the wire writes it. */
    public String field() {
        return Sm3.written(head);
    }
}
