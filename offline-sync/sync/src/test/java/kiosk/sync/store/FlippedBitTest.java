package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.audit.QueueView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bit of a row is not what it was, and no check of the whole file finds it: the row is set aside, and the others go. */
class FlippedBitTest {
    @TempDir
    private Path folder;

    private final List<Submission> taken = List.of(Handed.care(), Handed.payment(), Handed.care());

    @BeforeEach
    void take() throws IOException {
        try (Shop shop = Shop.open(folder)) {
            taken.forEach(it -> assertThat(shop.outbox.accept(it)).isInstanceOf(Outbox.Accepted.class));
            shop.store.database().run(it -> Sql.update(it, "UPDATE entry SET next_at = next_at + 7777 WHERE seq = 2"));
        }
    }

    /** What stands there, of the second row, and what after the flip. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "READY>READX",
                "READY>SEADY",
                "sm3=:>sm3<:",
                "sha-256=>sha-257=",
                "K001-2>K001-3",
                "ID>other",
                "ID>none"
            })
    void theRowIsSetAsideAndTheOthersGo(String flip) throws Exception {
        String id = taken.get(1).id().toString();
        String[] words = flip.split(">");
        String before = words[0].equals("ID") ? id : words[0];
        String after = words[0].equals("ID") ? (words[1].equals("none") ? "x" : "9") + id.substring(1) : words[1];
        flip(id, before, after);
        try (Shop shop = Shop.open(folder)) {
            assertThat(folder.resolve("damaged-1"))
                    .as("found by a check of the whole")
                    .doesNotExist();
            assertThat(sent(shop)).containsExactlyInAnyOrder(id(0), id(2));
            assertThat(shop.ask("SELECT state || ' ' || last FROM entry WHERE seq = 2"))
                    .isEqualTo("REFUSED DAMAGED");
            assertThat(shop.outbox.list(10)).hasSize(3);
            assertThat(new QueueView(folder).items(10)).hasSize(3);
            assertThat(shop.store.journal().entries(20))
                    .anyMatch(it -> it.event() == Occurrence.SUBMISSION_DAMAGED.id());
        }
    }

    @Test
    void aTimeThatIsNotWhatItsIndexSaysStopsNothing() throws Exception {
        Instant due = Instant.parse("2026-11-22T01:15:02Z").plusMillis(7777);
        flip(id(1), time(due), time(due.plusMillis(1L << 30)));
        try (Shop shop = Shop.open(folder)) {
            Set<String> sent = sent(shop);
            shop.clock.turn(java.time.Duration.ofDays(13));
            sent.addAll(sent(shop));
            assertThat(sent).containsExactlyInAnyOrder(id(0), id(1), id(2));
        }
    }

    @Test
    void whatNobodyWouldEverComeAcrossIsSetAsideAtTheStart() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store
                    .database()
                    .run(it -> Sql.update(it, "UPDATE entry SET next_at = NULL, state = 'HELD' WHERE seq = 2"));
        }
        flip(id(1), "HELD", "HELT");
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.ask("SELECT state || ' ' || last FROM entry WHERE seq = 2"))
                    .isEqualTo("REFUSED DAMAGED");
            assertThat(shop.outbox.summary().stuck()).isEqualTo(1);
        }
    }

    private String id(int which) {
        return taken.get(which).id().toString();
    }

    /** A store that failed once is asked again, as the courier does. */
    private static Set<String> sent(Shop shop) {
        Set<String> sent = new HashSet<>();
        Deliveries deliveries = new Deliveries(shop.store);
        Instant now = shop.clock.instant().plusSeconds(10);
        boolean more = true;
        for (int troubles = 0; more && troubles < 2; ) {
            try {
                Optional<Parcel> parcel = deliveries.next(now, any -> now.plusSeconds(1));
                parcel.ifPresent(it -> sent.add(it.id()));
                more = parcel.isPresent();
            } catch (StoreTrouble e) {
                troubles++;
            }
        }
        assertThat(more).as("more trouble than once").isFalse();
        return sent;
    }

    private static String time(Instant time) {
        return new String(ByteBuffer.allocate(8).putLong(time.toEpochMilli()).array(), StandardCharsets.ISO_8859_1)
                .substring(2);
    }

    /** In the row itself, not in any index: where the id is followed by what only a row has. */
    private void flip(String id, String before, String after) throws IOException {
        Path file = folder.resolve("outbox.db");
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        for (int at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
            int end = Math.min(bytes.length(), at + 600);
            if (bytes.substring(at, end).matches("(?s).{36}K001.{1,40}(payment|application).{1,60}(READY|HELD)sm3.*")) {
                places.add(at);
            }
        }
        assertThat(places).hasSize(1);
        int at = bytes.indexOf(before, places.get(0));
        assertThat(at).isBetween(places.get(0), places.get(0) + 600);
        String flipped = bytes.substring(0, at) + after + bytes.substring(at + before.length());
        Files.write(file, flipped.getBytes(StandardCharsets.ISO_8859_1));
    }
}
