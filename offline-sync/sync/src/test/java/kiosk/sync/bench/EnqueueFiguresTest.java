package kiosk.sync.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.contracts.bench.SideBySide.Way;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long it takes until what is sealed already, 4 KB, is safe in the queue.
 *
 * <p>Beside it, in turns: a bare write of the same bytes and one fsync. The same bytes are those that our commit gives to the disk, as a
 * traced process shows ({@code bytes} in the figures), written into room that is there already, because SQLite writes its log
 * over and over, too. And beside it the queues of others, on the same disk with the same payload. That each of them is as durable is
 * found out by the same trace: {@code durable} says whether nothing was left without a sync at the end of any call, and {@code syncs} how
 * many there were.
 */
@Tag("bench")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EnqueueFiguresTest {
    /** Until the compiler has seen both often enough. */
    private static final int WARM_UP = 10_000;

    private static final int ROUNDS = 3000;
    private static final int MANY = 100_000;

    private Path folder;

    /** On the disk of the project: what lies in memory is not safe. */
    @BeforeEach
    void makeRoom() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/gcc")))
                .as("apt-get install gcc libc6-dev")
                .isTrue();
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "enqueue")
                .toAbsolutePath();
    }

    @AfterEach
    void clear() throws IOException {
        Folders.delete(folder);
    }

    @Test
    void besideABareWriteOfTheSameBytes() throws Exception {
        try (Ours ours = new Ours(room("ours"))) {
            besideABareWrite("enqueue", ours);
        }
    }

    @Test
    void besideABareWriteWhileAHundredThousandWait() throws Exception {
        try (Ours ours = new Ours(room("ours")).with(MANY)) {
            besideABareWrite("enqueue-100000", ours);
        }
    }

    /** In turns, since the disk is not as fast at one time as at another. */
    @Test
    void whileAHundredThousandWaitBesideWhileNobodyDoes() throws Exception {
        try (Ours many = new Ours(room("many")).with(MANY);
                Ours few = new Ours(room("few"))) {
            new SideBySide("enqueue-100000-vs-none", WARM_UP, ROUNDS, Map.of()).measure(taking(many), taking(few));
        }
    }

    @Test
    void besideDbScheduler() throws Exception {
        besideAnother("enqueue-vs-db-scheduler", Which.DB_SCHEDULER);
    }

    @Test
    void besideTransactionOutbox() throws Exception {
        besideAnother("enqueue-vs-transaction-outbox", Which.TRANSACTION_OUTBOX);
    }

    private void besideABareWrite(String name, Queue ours) throws Exception {
        WhatOneWrites one = WhatOneWrites.ofOurs(room("traced"));
        assertThat(one.durable()).isTrue();
        Map<String, Object> also = new LinkedHashMap<>();
        also.put("durable", one.durable());
        also.put("syncs", one.syncs());
        also.put("bytes", one.bytes());
        try (BareFile bare = new BareFile(folder.resolve("bare"), one.bytes())) {
            new SideBySide(name, WARM_UP, ROUNDS, also).measure(taking(ours), bare::write);
        }
    }

    private void besideAnother(String name, Which other) throws Exception {
        WhatOneWrites one = WhatOneWrites.ofOurs(room("traced"));
        WhatOneWrites another = WhatOneWrites.of(other, room("traced-other"));
        Map<String, Object> also = new LinkedHashMap<>();
        also.put("durable", one.durable() && another.durable());
        also.put("syncs", one.syncs());
        also.put("bareSyncs", another.syncs());
        also.put("bytes", one.bytes());
        also.put("bareBytes", another.bytes());
        try (Queue ours = new Ours(room("ours"));
                Queue theirs = other.open(room("theirs"), (id, body) -> {})) {
            new SideBySide(name, WARM_UP, ROUNDS, also).measure(taking(ours), taking(theirs));
        }
    }

    private static Way taking(Queue queue) {
        return () -> {
            SubmissionId id = Payload.id();
            Sealed.Put put = Payload.fresh();
            long begun = System.nanoTime();
            queue.enqueue(id, put);
            return System.nanoTime() - begun;
        };
    }

    private Path room(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }
}
