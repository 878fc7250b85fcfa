package kiosk.visit.runner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;

/** A performer that does what the test tells it, when the test tells it. */
final class Puppet implements EffectPerformer {
    private final Map<Class<?>, BlockingQueue<Call>> calls = new ConcurrentHashMap<>();
    private final List<Call> all = new CopyOnWriteArrayList<>();
    private volatile boolean lettingGo;

    /** An effect under way. */
    static final class Call {
        private final Effect effect;
        private final Consumer<VisitEvent> meanwhile;
        private final BlockingQueue<Supplier<Optional<VisitEvent>>> end = new ArrayBlockingQueue<>(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private volatile boolean ended;

        private Call(Effect effect, Consumer<VisitEvent> meanwhile) {
            this.effect = effect;
            this.meanwhile = meanwhile;
        }

        Effect effect() {
            return effect;
        }

        void answers(VisitEvent event) {
            end.add(() -> Optional.of(event));
        }

        void ends() {
            end.add(Optional::empty);
        }

        void diesOf(RuntimeException bug) {
            end.add(() -> {
                throw bug;
            });
        }

        void diesOf(Error error) {
            end.add(() -> {
                throw error;
            });
        }

        private void letGo() {
            boolean endsNow = end.offer(Optional::empty);
            ended |= endsNow;
        }

        /** Hands an event on the way, however late. */
        void says(VisitEvent event) {
            meanwhile.accept(event);
        }

        boolean wasInterrupted() throws InterruptedException {
            return interrupted.await(10, TimeUnit.SECONDS);
        }

        /** Whether it came to its own end. */
        boolean ended() {
            return ended;
        }

        private Optional<VisitEvent> perform() throws InterruptedException {
            try {
                Optional<VisitEvent> answer = end.take().get();
                ended = true;
                return answer;
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }
    }

    @Override
    public Optional<VisitEvent> perform(Effect effect, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        Call call = new Call(effect, meanwhile);
        all.add(call);
        if (lettingGo) {
            call.letGo();
        }
        callsOf(effect.getClass()).add(call);
        return call.perform();
    }

    private BlockingQueue<Call> callsOf(Class<?> kind) {
        return calls.computeIfAbsent(kind, it -> new ArrayBlockingQueue<>(100));
    }

    /** The next effect of that kind; waits ten seconds at most. */
    Call next(Class<? extends Effect> kind) throws InterruptedException {
        Call call = callsOf(kind).poll(10, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("nobody asked for " + kind.getSimpleName());
        }
        return call;
    }

    /** Lets everything under way end without an answer, and whatever comes after it. */
    void letGo() {
        lettingGo = true;
        all.stream().filter(it -> it.end.isEmpty() && !it.ended).forEach(Call::letGo);
    }

    /** Whether none of that kind was asked for so far. */
    boolean nobodyAskedFor(Class<? extends Effect> kind) {
        return callsOf(kind).isEmpty();
    }
}
