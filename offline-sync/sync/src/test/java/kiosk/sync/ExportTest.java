package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiosk.submission.Backlog;
import kiosk.submission.Backlog.Cause;
import kiosk.submission.Backlog.Item;
import kiosk.submission.Backlog.NotWritten;
import kiosk.submission.Backlog.State;
import kiosk.submission.Backlog.WhyNot;
import kiosk.submission.Backlog.Written;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.sync.audit.QueueView;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sm3;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.submission.Import;

/** What waits while the line is down, seen and carried away beside the program that works on it. */
class ExportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private Online online;
    private Backlog backlog;

    @BeforeEach
    void cutTheLine() throws Exception {
        online = new Online(folder);
        backlog = new QueueView(folder.resolve("K001"));
        online.province.misbehaviour().hangUp();
    }

    @AfterEach
    void close() {
        online.close();
    }

    @Test
    void everyWaitingItemIsSeenWithItsSizeAndItsCause() throws Exception {
        Submission care = Handed.withPages(new byte[150_000]);
        online.sync.outbox().accept(care);
        Rating rating = Handed.rating(care, 5);
        online.sync.outbox().rate(rating);
        awaitCause(Cause.NO_ANSWER);
        List<Item> items = backlog.items(50);
        assertThat(items).extracting(Item::id).containsExactly(care.id(), rating.id());
        assertThat(items).extracting(Item::state).containsExactly(State.READY, State.AFTER_ANOTHER);
        assertThat(items).extracting(Item::code).containsExactly("NO_ANSWER", "");
        assertThat(items.get(0).next()).isPresent();
        assertThat(items.get(0).attempts()).isPositive();
        assertThat(items.get(0).load().parts()).isEqualTo(1);
        assertThat(items.get(0).load().bytes()).isGreaterThan(150_000);
        assertThat(backlog.items(1)).hasSize(1);
        assertThat(items.toString()).doesNotContain(Handed.NAME).doesNotContain(Handed.NUMBER);
    }

    private void awaitCause(Cause cause) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (backlog.items(1).get(0).cause() != cause && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasCarriedIsTakenOnceInWhicheverOrderTheFileAndTheLineBringIt() throws Exception {
        List<Submission> all = List.of(Handed.care(), Handed.withPages(new byte[150_000], new byte[10]));
        all.forEach(online.sync.outbox()::accept);
        Path stick = folder.resolve("stick.okx");
        Written written = (Written) backlog.export(stick);
        assertThat(written).isEqualTo(new Written(2, 0, Files.size(stick)));
        List<List<byte[]>> read = read(stick);
        assertThat(read).hasSize(2);
        for (List<byte[]> each : read) {
            Opener.Head head = Opener.head(each.get(0));
            assertThat(head.parts()).hasSize(each.size() - 1);
            for (int i = 0; i < head.parts().size(); i++) {
                assertThat(Sm3.of(each.get(i + 1)))
                        .isEqualTo(head.parts().get(i).sm3());
            }
        }
        Import.Outcome taken = online.province.take(stick);
        assertThat(taken).isEqualTo(new Import.Outcome(2, 0, List.of(), true));
        online.province.misbehaviour().behave();
        for (Submission each : all) {
            assertThat(online.sync.outbox().delivery(each.id(), PATIENCE)).isInstanceOf(Delivered.class);
            assertThat(online.province.ledger(each.id())).hasSize(1);
        }
        assertThat(online.province.take(stick)).isEqualTo(new Import.Outcome(0, 2, List.of(), true));
        assertThat(backlog.export(folder.resolve("after.okx"))).isEqualTo(new NotWritten(WhyNot.NOTHING_WAITS));
    }

    private static List<List<byte[]>> read(Path file) throws IOException {
        List<List<byte[]>> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            assertThat(in.readNBytes(5)).isEqualTo("OKX1\1".getBytes(StandardCharsets.US_ASCII));
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                List<byte[]> one = new ArrayList<>(List.of(in.readNBytes(length)));
                for (Opener.PartHead part : Opener.head(one.get(0)).parts()) {
                    assertThat(in.readInt()).isEqualTo(part.length());
                    one.add(in.readNBytes(part.length()));
                }
                all.add(one);
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        return all;
    }

    @Test
    void nothingIsWrittenOverAndNothingIsLeftHalfWritten() throws Exception {
        Submission care = Handed.withPages(new byte[150_000]);
        online.sync.outbox().accept(care);
        Path there = Files.writeString(folder.resolve("there.okx"), "mine");
        assertThat(backlog.export(there)).isEqualTo(new NotWritten(WhyNot.THERE_ALREADY));
        assertThat(there).hasContent("mine");
        assertThat(backlog.export(folder.resolve("no-folder/x.okx"))).isEqualTo(new NotWritten(WhyNot.BROKEN));
    }

    @Test
    void whatTheDiskLostSomeOfIsLeftOutAndSaid() throws Exception {
        online.sync.outbox().accept(Handed.withPages(new byte[150_000]));
        online.sync.outbox().accept(Handed.care());
        online.sync.close();
        try (Stream<Path> parts = Files.list(folder.resolve("K001/parts"))) {
            for (Path part : parts.toList()) {
                Files.write(part, new byte[10]);
            }
        }
        Path stick = folder.resolve("stick.okx");
        assertThat(backlog.export(stick)).isEqualTo(new Written(1, 1, Files.size(stick)));
        assertThat(read(stick)).hasSize(1);
    }
}
