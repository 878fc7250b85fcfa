package platform.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.Digest;
import platform.wire.PlatformClock;

/** Opaque words that stand for a person for a while, good at whichever node; a terminal's oldest go when there are too many. */
public final class Passes {
    private static final int MOST_AT_A_TERMINAL = 1000;
    private static final int RANDOM_BYTES = 24;

    private final IngestStore store;
    private final People people;
    private final PlatformClock clock;
    private final Kind kind;
    private final SecureRandom random = new SecureRandom();

    public Passes(IngestStore store, People people, PlatformClock clock, Kind kind) {
        this.store = store;
        this.people = people;
        this.clock = clock;
        this.kind = kind;
    }

    /** What a pass is for, and how long it lasts. */
    public enum Kind {
        SESSION("session", Duration.ofMinutes(15)),
        CODE("code", Duration.ofMinutes(5));

        private final String word;
        private final Duration lifetime;

        Kind(String word, Duration lifetime) {
            this.word = word;
            this.lifetime = lifetime;
        }
    }

    /** Whose word it is, where it is good, until when. */
    public record Pass(String word, Person person, String terminal, Instant expires) {
        @Override
        public String toString() {
            return "Pass[until " + expires + "]";
        }
    }

    public Pass issue(Person person, String terminal) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(kind.lifetime);
        store.inTransaction(tx -> {
            forgetTheOldest(tx, terminal);
            return tx.change(
                    "INSERT INTO pass VALUES (?, ?, ?, ?, ?)",
                    digest(word),
                    kind.word,
                    person.number(),
                    terminal,
                    expires.toEpochMilli());
        });
        return new Pass(word, person, terminal, expires);
    }

    private void forgetTheOldest(Transaction tx, String terminal) throws SQLException {
        tx.change(
                "DELETE FROM pass WHERE kind = ? AND terminal = ? AND (expires <= ? OR word_digest IN (SELECT word_digest"
                        + " FROM pass WHERE kind = ? AND terminal = ? ORDER BY expires DESC LIMIT ? OFFSET ?))",
                kind.word,
                terminal,
                clock.millis(),
                kind.word,
                terminal,
                MOST_AT_A_TERMINAL,
                MOST_AT_A_TERMINAL);
    }

    public Optional<Pass> find(String word) {
        return store.inTransaction(
                        tx -> tx.one("SELECT * FROM pass WHERE word_digest = ? AND kind = ?", digest(word), kind.word))
                .flatMap(row -> pass(word, row));
    }

    /** Finds a pass and ends it. */
    public Optional<Pass> take(String word) {
        return store.inTransaction(tx -> tx.one(
                        "DELETE FROM pass WHERE word_digest = ? AND kind = ? RETURNING *", digest(word), kind.word))
                .flatMap(row -> pass(word, row));
    }

    private Optional<Pass> pass(String word, Row row) {
        Instant expires = Instant.ofEpochMilli(row.number("expires"));
        return people.withNumber(row.text("number"))
                .filter(person -> clock.instant().isBefore(expires))
                .map(person -> new Pass(word, person, row.text("terminal"), expires));
    }

    private static String digest(String word) {
        return Digest.hex(word.getBytes(StandardCharsets.UTF_8));
    }
}
