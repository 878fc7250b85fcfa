package platform.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import platform.wire.Call;

/**
 * Where a request waits until it is there: its head, and its body if that is a small one. There is room for many more of these than
 * places at work, so that those who send a byte now and then keep nobody else from being served; and they are let go of after a
 * while, sooner when the vestibule fills. The line of whoever finds no room, here or in the queue for a place, is cut. An answer's body
 * is written here, too, with the place given back, and whoever does not take it is let go of like whoever does not come.
 */
final class Vestibule implements Executor, HttpHandler, AutoCloseable {
    private static final int ROOM = 400;
    private static final int QUEUED = 64;
    private static final int LOOKS = 4;
    private static final int SLOWER_ANSWERS = 6;
    private static final Duration AT_WORK = Duration.ofMinutes(2);

    /** Bodies that may be large are read at work, where they are counted (sections 5.1 and 5.2). */
    private static final Set<String> LARGE = Set.of("application/vnd.kiosk.submission", "application/partial-upload");

    private final HttpHandler work;
    private final Duration patience;
    private final Semaphore places;
    private final Semaphore queue;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService watch;
    private final Future<?> looking;
    private final Map<Thread, Coming> coming = new ConcurrentHashMap<>();

    /** A vestibule before so many places at work, for requests that are there within {@code patience}. */
    Vestibule(HttpHandler work, int places, Duration patience, UnaryOperator<Thread> named) {
        this.work = work;
        this.patience = patience;
        this.places = new Semaphore(places);
        this.queue = new Semaphore(places + QUEUED);
        int most = ROOM + places + QUEUED;
        threads = new ThreadPoolExecutor(
                0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> named.apply(new Thread(task)));
        watch = new ScheduledThreadPoolExecutor(1, task -> named.apply(new Thread(task)));
        long look = patience.toMillis() / LOOKS;
        looking = watch.scheduleAtFixedRate(this::letGo, look, look, TimeUnit.MILLISECONDS);
    }

    /** A request that is not there yet, or an answer that was not taken yet, on the thread that reads or writes it. */
    private static final class Coming {
        private final Thread thread = Thread.currentThread();
        private final long since;
        private boolean isThere;

        Coming(Duration later) {
            since = System.nanoTime() + later.toNanos();
        }

        /** An interrupted thread closes the line it reads from or writes to. */
        synchronized void cut() {
            if (!isThere) {
                thread.interrupt();
            }
        }

        /** Whether it came in time. */
        synchronized boolean arrives() {
            isThere = true;
            return !Thread.interrupted();
        }
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            Coming mine = comes(Duration.ZERO);
            try {
                request.run();
            } finally {
                coming.remove(mine.thread);
                mine.arrives();
            }
        });
    }

    private Coming comes(Duration later) {
        Coming mine = new Coming(later);
        coming.put(mine.thread, mine);
        return mine;
    }

    private void letGo() {
        boolean isFull = coming.size() > ROOM / 2;
        long longest = isFull ? patience.toNanos() / LOOKS : patience.toNanos();
        long now = System.nanoTime();
        coming.values().stream().filter(it -> now - it.since > longest).forEach(Coming::cut);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        takeTheSmallBody(exchange);
        Coming mine = coming.remove(Thread.currentThread());
        if (mine == null || !mine.arrives() || !queue.tryAcquire()) {
            exchange.close();
            return;
        }
        try {
            workAtAPlace(exchange);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void workAtAPlace(HttpExchange exchange) throws IOException, InterruptedException {
        boolean found = false;
        try {
            found = places.tryAcquire(AT_WORK.toSeconds(), TimeUnit.SECONDS);
        } finally {
            if (!found) {
                queue.release();
                exchange.close();
            }
        }
        if (found) {
            try (Leaving leaving = new Leaving(exchange)) {
                work.handle(leaving.exchange());
            }
        }
    }

    /** Gives the place and what was held of the queue back as soon as an answer's body begins, once. */
    private final class Leaving implements AutoCloseable {
        private final HttpExchange exchange;
        private @Nullable Coming going;
        private boolean left;

        Leaving(HttpExchange exchange) {
            this.exchange = exchange;
        }

        /** The exchange, whose first byte of an answer's body leaves. */
        HttpExchange exchange() {
            exchange.setStreams(null, new FilterOutputStream(exchange.getResponseBody()) {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (!left) {
                        leave();
                        going = comes(patience.multipliedBy(SLOWER_ANSWERS - 1));
                    }
                    out.write(bytes, from, length);
                }
            });
            return exchange;
        }

        private void leave() {
            left = true;
            places.release();
            queue.release();
        }

        @Override
        public void close() {
            if (!left) {
                leave();
            }
            if (going != null) {
                coming.remove(going.thread);
                going.arrives();
            }
        }
    }

    private static void takeTheSmallBody(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !LARGE.contains(type)) {
            InputStream body = exchange.getRequestBody();
            byte[] begin = body.readNBytes(Call.SMALL_BODY + 1);
            InputStream whole = new ByteArrayInputStream(begin);
            boolean more = begin.length > Call.SMALL_BODY;
            exchange.setStreams(more ? new SequenceInputStream(whole, body) : whole, null);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        watch.shutdownNow();
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
