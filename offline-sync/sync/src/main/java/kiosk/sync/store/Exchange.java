package kiosk.sync.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.form.Problem;

/**
 * What the citizen's side and the courier tell each other within this process; nothing of it is on disk. The platform's own words
 * about a submission that was sent back are among it, because nobody vouches that they name no person.
 */
public final class Exchange {
    private static final int REMEMBERED = 32;
    /** Longer than it takes from handing in to waiting for the answer. */
    private static final long EXPECTING = TimeUnit.SECONDS.toNanos(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition entryEnded = lock.newCondition();
    private final Condition somethingToDo = lock.newCondition();
    private final Map<String, List<Problem>> problems = new LinkedHashMap<>();
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> expected = new LinkedHashMap<>();
    private long ends;
    private volatile boolean letIn = true;
    private boolean rung;

    /** Wakes the courier; where it is awake it will look once more. */
    public void ring() {
        lock.lock();
        try {
            rung = true;
            somethingToDo.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it rings, at most so long. */
    public void awaitRing(Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longest.toNanos();
            while (!rung && left > 0) {
                left = somethingToDo.awaitNanos(left);
            }
            rung = false;
        } finally {
            lock.unlock();
        }
    }

    /** Says whether the platform lets this terminal in. */
    public void letIn(boolean so) {
        letIn = so;
    }

    /** Whether it did when last asked. */
    public boolean letIn() {
        return letIn;
    }

    /** Says that entries came to an end, or may have; of those nobody expects anything any more. */
    void ended(List<String> ids) {
        lock.lock();
        try {
            ends++;
            expected.keySet().removeAll(ids);
            entryEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the platform's words while they may still be asked for. */
    void keep(String id, List<Problem> said) {
        lock.lock();
        try {
            problems.put(id, List.copyOf(said));
            if (problems.size() > REMEMBERED) {
                problems.remove(problems.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<List<Problem>> problemsOf(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(problems.get(id));
        } finally {
            lock.unlock();
        }
    }

    /** Says that somebody stands there for the answer to an entry, and will ask for it at once. */
    void expect(String id) {
        lock.lock();
        try {
            expected.remove(id);
            expected.put(id, System.nanoTime());
            if (expected.size() > REMEMBERED) {
                expected.remove(expected.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The entries somebody stands and waits for; they go first. */
    public List<String> awaited() {
        lock.lock();
        try {
            long now = System.nanoTime();
            expected.values().removeIf(since -> now - since > EXPECTING);
            Set<String> all = new LinkedHashSet<>(awaited);
            all.addAll(expected.keySet());
            return new ArrayList<>(all);
        } finally {
            lock.unlock();
        }
    }

    /** Looks again whenever an entry ends, until there is an answer or the time is up; the last look counts. */
    <T> Optional<T> await(String id, long nanos, Look<T> look) throws InterruptedException {
        awaited.add(id);
        try {
            return looking(nanos, look);
        } finally {
            awaited.remove(id);
            expectNoMore(id);
        }
    }

    /** Says that the line was away: whoever handed in meanwhile was told so, and does not wait unless he asks. */
    public void expectNobody() {
        lock.lock();
        try {
            expected.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Says that nobody stands there for it any more, or that there is no such entry. */
    void expectNoMore(String id) {
        lock.lock();
        try {
            expected.remove(id);
        } finally {
            lock.unlock();
        }
    }

    /** A look asks the store, whose work may ask who is waited for: nothing is locked meanwhile, and an end meanwhile is another look. */
    private <T> Optional<T> looking(long nanos, Look<T> look) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        long before = awaitEndAfter(-1, until);
        Optional<T> seen = look.once();
        while (seen.isEmpty() && until - System.nanoTime() > 0) {
            before = awaitEndAfter(before, until);
            seen = look.once();
        }
        return seen;
    }

    /** Waits until there were more ends than that, or the time is up; answers how many there were. */
    private long awaitEndAfter(long before, long until) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = until - System.nanoTime();
            while (ends == before && left > 0) {
                left = entryEnded.awaitNanos(left);
            }
            return ends;
        } finally {
            lock.unlock();
        }
    }

    /** One look at the queue. */
    interface Look<T> {
        Optional<T> once();
    }
}
