package kiosk.desktop.technician.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.upkeep.Subject;
import kiosk.upkeep.TestRecord.Verdict;

/** A guided test under way, on a thread of its own: what it says and shows, what it waits to be told, and how it ended. */
public final class TestRun implements Guide {
    /** What is said at last where the verdict says it all. */
    static final String ENDED = "test.ended";

    private static final long PATIENCE_SECONDS = 300;

    private final Subject subject;
    private final Runnable changed;
    private volatile Stand stand =
            new Stand("test.starting", List.of(), new Nothing(), Optional.empty(), Optional.empty());
    private final BlockingQueue<Boolean> answers = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile String ending = ENDED;

    /**
     * How far it is.
     *
     * @param says the key of what it says
     * @param asks the key of the question it waits for, if it does
     * @param finding once it has ended
     */
    public record Stand(
            String says, List<Object> parts, Exhibit exhibit, Optional<String> asks, Optional<Finding> finding) {}

    private TestRun(Subject subject, GuidedTest test, Runnable changed, Consumer<Finding> ended) {
        this.subject = subject;
        this.changed = changed;
        this.thread = new Thread(() -> run(test, ended), "test-" + subject);
        thread.setDaemon(true);
    }

    /**
     * Begins a test.
     *
     * @param changed told on any thread that {@link #stand} is another
     * @param ended told on the test's thread what was found, once, whatever happens
     */
    public static TestRun begin(Subject subject, GuidedTest test, Runnable changed, Consumer<Finding> ended) {
        TestRun run = new TestRun(subject, test, changed, ended);
        run.thread.start();
        return run;
    }

    private void run(GuidedTest test, Consumer<Finding> ended) {
        Finding finding = new Finding(Verdict.NOT_FINISHED, Map.of());
        try {
            finding = test.run(this);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            Finding found = finding;
            ended.accept(found);
            move(it -> new Stand(ending, List.of(), it.exhibit(), Optional.empty(), Optional.of(found)));
        }
    }

    /** What is tested. */
    public Subject subject() {
        return subject;
    }

    /** How far it is now. */
    public Stand stand() {
        return stand;
    }

    /** The technician's answer to that question; where it is not what is asked now, it is dropped. */
    public void answer(String question, Answer answer) {
        if (stand().asks().equals(Optional.of(question))) {
            answers.offer(answer == Answer.YES);
        }
    }

    /** What a technician may answer. */
    public enum Answer {
        /** So it is. */
        YES,
        /** It is not. */
        NO
    }

    /** Breaks it off; harmless when it has ended. */
    public void stop() {
        thread.interrupt();
    }

    @Override
    public void says(String key, Object... parts) {
        move(it -> new Stand(key, List.of(parts), it.exhibit(), Optional.empty(), Optional.empty()));
    }

    @Override
    public void concludes(String key) {
        ending = key;
        says(key);
    }

    @Override
    public void shows(Exhibit exhibit) {
        move(it -> new Stand(it.says(), it.parts(), exhibit, it.asks(), it.finding()));
    }

    @Override
    public boolean confirms(String key) throws InterruptedException {
        answers.clear();
        move(it -> new Stand(it.says(), it.parts(), it.exhibit(), Optional.of(key), Optional.empty()));
        Boolean answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        move(it -> new Stand(it.says(), it.parts(), it.exhibit(), Optional.empty(), Optional.empty()));
        return Boolean.TRUE.equals(answer);
    }

    private void move(UnaryOperator<Stand> on) {
        synchronized (answers) {
            stand = on.apply(stand);
        }
        changed.run();
    }
}
