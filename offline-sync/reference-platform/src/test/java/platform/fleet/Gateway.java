package platform.fleet;

import java.util.Optional;
import platform.queue.Capacity;
import platform.queue.Hello;
import platform.queue.Slot;
import platform.queue.Slots;

/** The model's platform: so much work a second, a queue, a ledger, and the very {@link Slots} the platform uses. */
final class Gateway {
    /** Against a new submission: no writing, no signature. */
    private static final double HELLO_COST = 0.1;

    /** The stored receipt is looked up and sent. */
    private static final double REPLAY_COST = 0.5;

    private static final double REFUSAL_COST = 0.05;
    private static final long SUBMISSION_BYTES = 4_096;

    private final VirtualTime time;
    private final Scenario.Server server;
    private final Capacity capacity;
    private final Tally tally;
    private final Book book;
    private Slots slots;
    private double free;

    Gateway(VirtualTime time, Scenario scenario, Tally tally) {
        this.time = time;
        this.server = scenario.server();
        this.tally = tally;
        this.book = new Book(scenario.fleet().submissions(), server.ledgerSeconds());
        int terminals = (int) (scenario.fleet().terminals()
                * Slots.HELLO_SECONDS
                / scenario.fleet().helloWithin());
        this.capacity = new Capacity(server.capacity(), Long.MAX_VALUE / 2, terminals);
        this.slots = new Slots(capacity, time::nanos);
        if (server.restart().seconds() > 0) {
            time.at(server.restart().at(), () -> slots = new Slots(capacity, time::nanos));
        }
    }

    /** What goes back, and when: a slot to a hello, seconds to wait to one turned away. */
    record Answer(double at, int retryAfter, Optional<Slot> slot) {
        boolean isRefusal() {
            return retryAfter > 0;
        }
    }

    Book book() {
        return book;
    }

    /** Never turned away, and answered past the queue: it touches no disk. */
    Answer hello(int terminal, int waiting) {
        tally.request(time.now());
        tally.hello(time.now());
        if (server.restart().isNow(time.now())) {
            return Herd.NO_ANSWER;
        }
        work(HELLO_COST);
        Slot slot = slots.lay(new Hello("K" + terminal, waiting, waiting * SUBMISSION_BYTES));
        return new Answer(time.now(), 0, Optional.of(slot));
    }

    Answer submit(int terminal, int submission) {
        tally.request(time.now());
        if (server.restart().isNow(time.now())) {
            return Herd.NO_ANSWER;
        }
        if (isFull()) {
            return refuse(terminal);
        }
        if (book.enter(submission, time.now())) {
            tally.accepted(time.now());
            return new Answer(work(1), 0, Optional.empty());
        }
        return new Answer(work(REPLAY_COST), 0, Optional.empty());
    }

    private boolean isFull() {
        return free - time.now() > server.queueSeconds();
    }

    /** Answered past the queue, but not for nothing. */
    private Answer refuse(int terminal) {
        work(REFUSAL_COST);
        return new Answer(time.now(), slots.retryAfter("K" + terminal), Optional.empty());
    }

    private double work(double cost) {
        tally.worked(cost);
        free = Math.max(free, time.now()) + cost / server.capacity();
        return free;
    }
}
