package kiosk.sync.courier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kiosk.submission.Submission;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Answers;
import kiosk.sync.wire.Dispatch;
import kiosk.sync.wire.Hello;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A terminal in virtual time whose line is down, until it is back; what it sends is looked at. */
class Pass {
    @TempDir
    Path folder;

    final VirtualTime time = new VirtualTime();
    final ModelPlatform platform = new ModelPlatform(time);
    final List<Parcel> sent = new ArrayList<>();
    final List<Duration> when = new ArrayList<>();
    long lineBackAt;
    boolean diskGivesNothing;
    Hello.Outcome slot = new Hello.Slot(Duration.ZERO, 475, 4, 47_500_000, Duration.ofMinutes(5));
    ModelLine line;
    ModelTerminal terminal;

    @BeforeEach
    void open() throws Exception {
        Random random = new Random(5);
        line = new ModelLine(platform, new Answers(platform.keys.shelf(folder), "K001"), time, random, "K001") {
            @Override
            public Dispatch send(Parcel parcel) {
                sent.add(parcel);
                when.add(Duration.ofNanos(time.nanos() - lineBackAt));
                return diskGivesNothing ? new Dispatch.Unread() : super.send(parcel);
            }

            @Override
            public Hello.Outcome hello(Hello.Backlog backlog) {
                super.hello(backlog);
                return up ? slot : new Hello.NoAnswer();
            }
        };
        line.mishaps = 0;
        line.up = false;
        terminal = new ModelTerminal(
                folder.resolve("terminal"),
                platform.keys.shelf(folder),
                line,
                line,
                new ModelTerminal.Life("K001", time, random, 0));
        terminal.ring();
        time.run(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    Submission accept(Submission submission) throws InterruptedException {
        terminal.outbox.accept(submission);
        terminal.outbox.delivery(submission.id(), Duration.ZERO);
        return submission;
    }

    void lineIsBack() {
        line.up = true;
        lineBackAt = time.nanos();
        sent.clear();
        when.clear();
        terminal.rounds.lineIsBack();
        terminal.ring();
    }
}
