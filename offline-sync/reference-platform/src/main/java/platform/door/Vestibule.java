package platform.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
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
import platform.wire.Call;

/**
 * Where a request waits until it is there: its head, and its body if that is a small one. There is room for many more of these than
 * places at work, so that those who send a byte now and then keep nobody else from being served; and they are let go of after a
 * while, sooner when the vestibule fills. The line of whoever finds no room, here or in the queue for a place, is cut.
 */
final class Vestibule implements Executor, HttpHandler, AutoCloseable {
    private static final int ROOM = 400;
    private static final int QUEUED = 64;
    private static final int LOOKS = 4;
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

    /** A request that is not there yet, on the thread that reads it. */
    private static final class Coming {
        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private boolean isThere;

        /** An interrupted thread closes the line it reads from. */
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
            Coming mine = new Coming();
            coming.put(mine.thread, mine);
            try {
                request.run();
            } finally {
                coming.remove(mine.thread);
                mine.arrives();
            }
        });
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
            exchange.close();
        } finally {
            queue.release();
        }
    }

    private void workAtAPlace(HttpExchange exchange) throws IOException, InterruptedException {
        if (!places.tryAcquire(AT_WORK.toSeconds(), TimeUnit.SECONDS)) {
            exchange.close();
            return;
        }
        try {
            work.handle(exchange);
        } finally {
            places.release();
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
