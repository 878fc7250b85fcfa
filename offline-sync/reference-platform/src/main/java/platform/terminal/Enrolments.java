package platform.terminal;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import platform.seal.PublicKey;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/**
 * Lets terminals onto the roll, each by a token its operator was given; the same token with the same key gets the first answer again. A
 * platform for demonstrations takes any token, any number of times.
 */
public final class Enrolments {
    private final IngestStore store;
    private final Terminals terminals;
    private final boolean takesAnyToken;

    public Enrolments(IngestStore store, Terminals terminals, boolean takesAnyToken) {
        this.store = store;
        this.terminals = terminals;
        this.takesAnyToken = takesAnyToken;
    }

    /** A terminal that wants onto the roll: its token, its signing key, and what else it asks for, as it was written. */
    public record Wish(String terminal, String token, PublicKey key, String request) {
        String asked() {
            return Digest.of(Digest.signedLines(key.id(), request));
        }

        String tokenDigest() {
            return Digest.hex(token.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Wish[" + terminal + ", " + key + "]";
        }
    }

    /** The answer, and whether it was written by this very request. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Enrolled(byte[] answer, boolean isNew) {}

    /** What is answered to a terminal that is let in, made in the transaction that lets it in. */
    @FunctionalInterface
    public interface Welcome {
        byte[] answer(Transaction tx) throws SQLException, Refusal;
    }

    /** Gives a token for one terminal. */
    public void expect(String terminal, String token) {
        String digest = Digest.hex(token.getBytes(StandardCharsets.UTF_8));
        store.inTransaction(tx -> tx.change(
                "INSERT INTO enrolment (token_digest, terminal) VALUES (?, ?) ON CONFLICT DO NOTHING",
                digest,
                terminal));
    }

    public Enrolled enrol(Wish wish, Welcome welcome) throws Refusal {
        return store.inTransaction(tx -> {
            Optional<Row> given = given(tx, wish);
            if (given.isEmpty() && !takesAnyToken) {
                throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
            }
            Optional<String> before = given.flatMap(row -> row.optionalText("asked"));
            if (before.equals(Optional.of(wish.asked())) && Terminals.isGood(tx, wish.terminal(), wish.key())) {
                return new Enrolled(given.orElseThrow().bytes("answer"), false);
            }
            if (before.isPresent() && !takesAnyToken) {
                throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
            }
            return new Enrolled(enter(tx, wish, welcome), true);
        });
    }

    private static Optional<Row> given(Transaction tx, Wish wish) throws SQLException {
        return tx.oneLocked(
                "SELECT * FROM enrolment WHERE token_digest = ? AND terminal = ?", wish.tokenDigest(), wish.terminal());
    }

    private byte[] enter(Transaction tx, Wish wish, Welcome welcome) throws SQLException, Refusal {
        terminals.enrol(tx, wish.terminal(), wish.key());
        byte[] answer = welcome.answer(tx);
        tx.change(
                "INSERT INTO enrolment VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (token_digest, terminal) DO UPDATE SET asked = excluded.asked, answer = excluded.answer",
                wish.tokenDigest(),
                wish.terminal(),
                wish.asked(),
                answer);
        return answer;
    }
}
