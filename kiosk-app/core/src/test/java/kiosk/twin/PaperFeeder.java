package kiosk.twin;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import kiosk.device.DocumentScanner;
import kiosk.device.ScannedPage;

/** A document scanner into which sheets are laid; a scan waits for what will become of it. */
public final class PaperFeeder extends Twin implements DocumentScanner {
    private final AtomicInteger begun = new AtomicInteger();
    private final BlockingQueue<Outcome> coming = new ArrayBlockingQueue<>(10);

    public void laySheet() {
        coming.add(new Scanned(new ScannedPage(new byte[] {(byte) 0xFF, (byte) 0xD8}, 1654, 2339, 200)));
    }

    public void willEnd(Outcome outcome) {
        coming.add(outcome);
    }

    /** How often a scan began anew. */
    public int begun() {
        return begun.get();
    }

    @Override
    public void beginAnew() {
        begun.incrementAndGet();
    }

    @Override
    public Outcome scan(Resolution resolution, Duration patience, DoubleConsumer progress) throws InterruptedException {
        progress.accept(0.5);
        Outcome outcome = coming.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return outcome == null ? new NoPaper() : outcome;
    }
}
