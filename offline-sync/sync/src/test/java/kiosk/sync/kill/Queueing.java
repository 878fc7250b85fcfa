package kiosk.sync.kill;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.Sync;
import kiosk.sync.SyncSettings;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.disk.Limits;

/**
 * The queue of a terminal in a process of its own: it takes in one thing after the other, large ones among them, while its courier
 * delivers, and says each number it has promised, until it is killed.
 */
final class Queueing {
    private static final int MOST_WAITING = 8;
    private static final int SMALL = 2_000;

    private final Sync sync;
    private final Random random;
    private final OutputStream said = new FileOutputStream(FileDescriptor.out);

    private Queueing(Sync sync, Random random) {
        this.sync = sync;
        this.random = random;
    }

    static SyncSettings settings(String terminal, URI platform, Path folder) {
        return new SyncSettings(
                terminal,
                new PlatformAddress(platform),
                folder,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                Duration.ofMillis(50),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                new Limits(0, 256L << 20, 0),
                SyncSettings.Identity.DEMO);
    }

    /** Terminal, platform, folder, seed. */
    public static void main(String[] values) throws IOException {
        Sync sync = Sync.open(settings(values[0], URI.create(values[1]), Path.of(values[2])));
        Queueing queueing = new Queueing(sync, new Random(Long.parseLong(values[3])));
        while (true) {
            queueing.take();
        }
    }

    private void take() throws IOException {
        while (sync.outbox().summary().waiting() >= MOST_WAITING) {
            LockSupport.parkNanos(2_000_000);
        }
        Submission submission = any();
        if (sync.outbox().accept(submission) instanceof Accepted accepted) {
            say("promised " + submission.id() + " " + accepted.number());
            if (random.nextInt(6) == 0) {
                rate(submission);
            }
        } else {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void rate(Submission submission) throws IOException {
        var rating = Handed.rating(submission, 1 + random.nextInt(5));
        if (sync.outbox().rate(rating) instanceof Outbox.Accepted accepted) {
            say("promised " + rating.id() + " " + accepted.number());
        }
    }

    private Submission any() {
        return switch (random.nextInt(8)) {
            case 0 -> Handed.withPages(page(150_000));
            case 1 -> Handed.withPages(page(700_000), page(SMALL), page(300_000));
            case 2, 3 -> Handed.withPages(page(SMALL));
            default -> Handed.care();
        };
    }

    private byte[] page(int length) {
        byte[] page = new byte[length];
        random.nextBytes(page);
        return page;
    }

    /** With one write, so that a line is there whole or not at all. */
    private void say(String line) throws IOException {
        said.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
