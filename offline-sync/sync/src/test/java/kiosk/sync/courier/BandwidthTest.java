package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kiosk.sync.store.Parcel;
import org.junit.jupiter.api.Test;

class BandwidthTest {
    private static final int PIECE = 256 << 10;

    private final AtomicLong now = new AtomicLong();
    private final Bandwidth bandwidth = new Bandwidth(now::get);

    @Test
    void aLargePartHasTheLineWhileNobodyIsServed() throws Exception {
        assertThat(bandwidth.next(PIECE)).isEqualTo(PIECE);
        assertThat(bandwidth.left()).isZero();
    }

    @Test
    void whileSomebodyIsServedItGoesInSmallPiecesAndSlowly() throws Exception {
        bandwidth.served(true);
        long sent = 0;
        while (now.get() < Duration.ofMinutes(1).toNanos()) {
            sent += bandwidth.next(PIECE);
            now.addAndGet(bandwidth.left());
        }
        assertThat(sent).isBetween(59 * Bandwidth.WHILE_SERVED, 61 * Bandwidth.WHILE_SERVED);
        assertThat(bandwidth.next(100)).isEqualTo(100);
    }

    @Test
    void whatThePlatformAllowsIsKeptTo() throws Exception {
        bandwidth.allow(Optional.of(1L << 20));
        bandwidth.next(PIECE);
        assertThat(bandwidth.left()).isEqualTo(Duration.ofMillis(250).toNanos());
        bandwidth.served(true);
        bandwidth.allow(Optional.of(1L << 10));
        now.addAndGet(bandwidth.left());
        bandwidth.next(1 << 10);
        assertThat(bandwidth.left()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void whileAnAnswerIsWaitedForNothingElseGoesButNotForEver() throws Exception {
        bandwidth.held(true);
        assertThat(bandwidth.left()).isEqualTo(Duration.ofSeconds(30).toNanos());
        now.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(bandwidth.left()).isLessThanOrEqualTo(0);
    }

    @Test
    void whatIsWaitedForHasTheWholeLineItself() throws Exception {
        bandwidth.held(true);
        bandwidth.served(true);
        Parcel waited = new Parcel(1, "", "", "", false, 1, true, new Parcel.Load("", "", new byte[0], List.of()));
        assertThat(bandwidth.next(waited, PIECE)).isEqualTo(PIECE);
    }

    @Test
    void theNextPieceGoesAsSoonAsTheAnswerIsThere() throws Exception {
        bandwidth.held(true);
        CompletableFuture<Integer> piece = CompletableFuture.supplyAsync(() -> {
            try {
                return bandwidth.next(PIECE);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(piece).isNotDone();
        bandwidth.held(false);
        assertThat(piece.get(10, TimeUnit.SECONDS)).isEqualTo(PIECE);
    }
}
