package platform.terminal;

import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import platform.seal.Manifest;
import platform.seal.PublicKey;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** The roll of enrolled terminals: what each signs with, and every key it signed with before. */
public final class Terminals {
    /** What comes before the first receipt of a terminal: 32 zero bytes. */
    private static final String NO_RECEIPT = Digest.sm3Text(new byte[32]);

    private final IngestStore store;
    private final PlatformClock clock;

    public Terminals(IngestStore store, PlatformClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Puts a terminal on the roll, or gives it a further key; the last key is the one it signs with. */
    void enrol(Transaction tx, String terminal, PublicKey key) throws SQLException {
        tx.change(
                "INSERT INTO terminal VALUES (?, 'enrolled', 0, ?, ?) ON CONFLICT (id) DO UPDATE SET state = 'enrolled'",
                terminal,
                NO_RECEIPT,
                clock.text());
        addKey(tx, terminal, key);
    }

    private static void addKey(Transaction tx, String terminal, PublicKey key) throws SQLException {
        tx.change("DELETE FROM terminal_key WHERE terminal = ? AND id = ?", terminal, key.id());
        tx.change(
                "INSERT INTO terminal_key SELECT ?, ?, ?, coalesce(max(seq), 0) + 1, 0 FROM terminal_key WHERE terminal = ?",
                terminal,
                key.id(),
                key.base64(),
                terminal);
    }

    /** Strikes a terminal off with all its keys and certificates; of these an enrolment brings back the key it presents alone. */
    public void revoke(String terminal) {
        store.inTransaction(tx -> {
            tx.change("UPDATE certificate SET revoked = 1 WHERE terminal = ?", terminal);
            tx.change("UPDATE terminal_key SET revoked = 1 WHERE terminal = ?", terminal);
            return tx.change("UPDATE terminal SET state = 'revoked' WHERE id = ?", terminal);
        });
    }

    /** Whether that key is this terminal's and was not struck off. */
    static boolean isGood(Transaction tx, String terminal, PublicKey key) throws SQLException {
        return tx.one(
                        "SELECT 1 AS good FROM terminal_key WHERE terminal = ? AND id = ? AND revoked = 0",
                        terminal,
                        key.id())
                .isPresent();
    }

    public void mustBeEnrolled(String terminal) throws Refusal {
        Optional<Row> enrolled = store.inTransaction(
                tx -> tx.one("SELECT 1 AS known FROM terminal WHERE id = ? AND state = 'enrolled'", terminal));
        if (enrolled.isEmpty()) {
            throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
        }
    }

    /** Refuses what no key, of today or of the past, of a terminal that is on the roll signed. */
    public void mustHaveSigned(String terminal, Manifest manifest) throws Refusal {
        PublicKey key = store.inTransaction(tx -> tx.one(
                        "SELECT public_key FROM terminal_key JOIN terminal ON terminal.id = terminal_key.terminal"
                                + " WHERE terminal = ? AND terminal_key.id = ? AND revoked = 0 AND state = 'enrolled'",
                        terminal,
                        manifest.signingKey()))
                .flatMap(row -> PublicKey.of(row.text("public_key")))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_TERMINAL));
        if (!manifest.isSignedBy(key)) {
            throw new Refusal(ErrorCode.SIGNATURE_WRONG);
        }
    }

    /** Changes the key a terminal signs with; the one before vouches for the new one, and a repetition changes nothing. */
    public void changeKey(String terminal, PublicKey next, String signature) throws Refusal {
        byte[] vouched = Digest.signedLines("OKT1", terminal, next.id());
        byte[] signed = signature(signature);
        store.inTransaction(tx -> {
            tx.oneLocked("SELECT id FROM terminal WHERE id = ?", terminal);
            PublicKey before = tx.one(
                            "SELECT public_key FROM terminal_key WHERE terminal = ? AND revoked = 0"
                                    + " ORDER BY seq DESC LIMIT 1",
                            terminal)
                    .flatMap(row -> PublicKey.of(row.text("public_key")))
                    .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_TERMINAL));
            if (before.equals(next)) {
                return false;
            }
            if (!before.signed(vouched, signed)) {
                throw new Refusal(ErrorCode.SIGNATURE_WRONG);
            }
            mustNotBeRevoked(tx, terminal, next);
            addKey(tx, terminal, next);
            return true;
        });
    }

    private static void mustNotBeRevoked(Transaction tx, String terminal, PublicKey key) throws SQLException, Refusal {
        String revoked = "SELECT 1 AS revoked FROM terminal_key WHERE terminal = ? AND id = ? AND revoked = 1";
        if (tx.one(revoked, terminal, key.id()).isPresent()) {
            throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
        }
    }

    private static byte[] signature(String base64) throws Refusal {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
    }
}
