package kiosk.emulators.ipp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The mechanics: draws paper, prints one job at a time at its own speed, and stops for whatever is wrong. */
final class PrintEngine implements AutoCloseable {
    private static final int JOBS_REMEMBERED = 100;
    private static final int SHEETS_REMEMBERED = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final EngineState state = new EngineState();
    private final Map<Integer, EmulatedJob> jobs = new LinkedHashMap<>();
    private final Deque<String> sheets = new ArrayDeque<>();
    private final Consumer<EmulatedJob> printed;
    private final Thread thread = new Thread(this::run, "ipp-printer-emulator");
    private int lastId;

    PrintEngine(Consumer<EmulatedJob> printed) {
        this.printed = printed;
        thread.setDaemon(true);
        thread.start();
    }

    /** Turns a knob of the machine. */
    void turn(Consumer<EngineState> knob) {
        lock.lock();
        try {
            knob.accept(state);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks at the machine. */
    <T> T look(Function<EngineState, T> at) {
        lock.lock();
        try {
            state.working = current().isPresent();
            return at.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** Makes room for a job, unless another one is in the machine. */
    Optional<EmulatedJob> accept(String name, String user) {
        lock.lock();
        try {
            if (state.occupied || current().isPresent()) {
                return Optional.empty();
            }
            EmulatedJob job = new EmulatedJob(++lastId, name, user);
            job.becomes(EmulatedJob.HELD, "job-incoming");
            jobs.put(job.id, job);
            Iterator<Integer> oldest = jobs.keySet().iterator();
            if (jobs.size() > JOBS_REMEMBERED) {
                oldest.next();
                oldest.remove();
            }
            return Optional.of(job);
        } finally {
            lock.unlock();
        }
    }

    void give(EmulatedJob job, byte[] document) {
        lock.lock();
        try {
            job.document = document;
            job.pages = PdfPages.count(document);
            job.becomes(EmulatedJob.PENDING);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Cancels a job; answers whether that was still possible. */
    boolean cancel(int id) {
        lock.lock();
        try {
            EmulatedJob job = jobs.get(id);
            if (job == null || job.ended() || state.swallowing) {
                return false;
            }
            job.cancelling = true;
            if (job.state == EmulatedJob.HELD) {
                job.becomes(EmulatedJob.CANCELED, "job-canceled-by-user");
            }
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Reads a job under the lock. */
    <T> Optional<T> job(int id, Function<EmulatedJob, T> look) {
        lock.lock();
        try {
            return Optional.ofNullable(jobs.get(id)).map(look);
        } finally {
            lock.unlock();
        }
    }

    List<Integer> ids(boolean ended) {
        lock.lock();
        try {
            List<Integer> ids = new ArrayList<>();
            jobs.values().stream().filter(job -> job.ended() == ended).forEach(job -> ids.add(0, job.id));
            return ids;
        } finally {
            lock.unlock();
        }
    }

    /** The power is gone: whatever was in the machine is forgotten, and the numbers begin anew. */
    void forgetJobs() {
        lock.lock();
        try {
            jobs.values().forEach(job -> job.cancelling = true);
            jobs.clear();
            lastId = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<EmulatedJob> current() {
        return jobs.values().stream().filter(job -> !job.ended()).findFirst();
    }

    private void run() {
        lock.lock();
        try {
            while (true) {
                Optional<EmulatedJob> job = current().filter(one -> one.state != EmulatedJob.HELD);
                if (job.isPresent()) {
                    print(job.get());
                } else {
                    changed.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void print(EmulatedJob job) throws InterruptedException {
        int abortAfter = state.takeAbort();
        int counted = job.pages - state.takeLostSheets();
        while (!job.cancelling && (state.swallowing || (job.sheets < counted && job.sheets != abortAfter))) {
            if (state.swallowing) {
                job.becomes(EmulatedJob.PROCESSING, "job-printing");
                changed.await();
            } else if (state.blocked()) {
                job.becomes(EmulatedJob.STOPPED, "printer-stopped");
                changed.await();
            } else if (oneSheetIsThrough(job)) {
                job.sheets++;
                state.sheetsLeft--;
                remember(job.name);
            }
        }
        end(job, job.sheets == abortAfter);
    }

    private void remember(String sheetOf) {
        sheets.addLast(sheetOf);
        if (sheets.size() > SHEETS_REMEMBERED) {
            sheets.removeFirst();
        }
    }

    /** The name of the job of each sheet that came out, whatever became of the job. */
    List<String> sheets() {
        lock.lock();
        try {
            return List.copyOf(sheets);
        } finally {
            lock.unlock();
        }
    }

    private boolean oneSheetIsThrough(EmulatedJob job) throws InterruptedException {
        job.becomes(EmulatedJob.PROCESSING, "job-printing");
        long left = TimeUnit.MILLISECONDS.toNanos(state.millisPerSheet);
        while (left > 0 && !job.cancelling && !state.blocked() && !state.swallowing) {
            left = changed.awaitNanos(left);
        }
        return left <= 0;
    }

    private void end(EmulatedJob job, boolean aborted) {
        if (job.cancelling) {
            job.becomes(EmulatedJob.CANCELED, "job-canceled-by-user");
        } else if (aborted || job.pages == 0) {
            job.becomes(EmulatedJob.ABORTED, job.pages == 0 ? "document-format-error" : "aborted-by-system");
        } else {
            job.becomes(EmulatedJob.COMPLETED, "job-completed-successfully");
            printed.accept(job);
        }
        job.document = new byte[0];
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
