package kiosk.sync.seal;

import java.util.Base64;

/**
 * The platform's receipt, member for member as its JSON has it (PLATFORM-API.md, section 5.2); an absent one is empty.
 *
 * @param key the id of the sign key
 * @param signature Base64, over {@link #lines}
 */
public record SignedReceipt(
        String id,
        String terminal,
        String number,
        String digest,
        String caseNumber,
        String acceptedAt,
        Promise promise,
        long ledgerSeq,
        String previous,
        Journal journal,
        String key,
        String signature) {
    /** Until when the department promised to decide. */
    public record Promise(String kind, String due) {}

    /** The terminal's journal as the manifest had it, under the platform's signature. */
    public record Journal(long count, String head) {}

    /** What is signed. */
    public byte[] lines() {
        return SignedLines.of(
                "OKR1",
                id,
                terminal,
                number,
                digest,
                caseNumber,
                acceptedAt,
                promise.kind(),
                promise.due(),
                Long.toString(ledgerSeq),
                previous,
                Long.toString(journal.count()),
                journal.head());
    }

    /** What the next receipt of this terminal calls its previous one. */
    public String chain() {
        return Sm3.field(lines());
    }

    /** Whether a sign key of the platform that lies on that shelf signed it. */
    public boolean signedBy(KeyShelf shelf) {
        try {
            byte[] signed = Base64.getDecoder().decode(signature);
            return shelf.signKey(key).map(it -> it.verifies(lines(), signed)).orElse(false);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
