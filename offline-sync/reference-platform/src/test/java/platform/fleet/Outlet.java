package platform.fleet;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import platform.fleet.Gateway.Answer;
import platform.queue.Slot;

/** The model's terminal: a line that may flap, a connection, what waits, and a policy that says when. */
final class Outlet {
    private static final double KEEPS_ALIVE = 60;
    private static final int HELLOS = 3;
    private static final int FAILURES_A_SLOT = 3;
    private static final Slot WITHOUT = new Slot(0, Double.POSITIVE_INFINITY, 1, Long.MAX_VALUE, Integer.MAX_VALUE);
    private static final double BUDGET = 10;
    private static final double BUDGET_GROWS = 0.2;

    private final Herd herd;
    private final int number;
    private final Basket basket;

    private boolean isUp;
    private int line;
    private boolean isConnecting;
    private boolean hasTicket;
    private double connectedUntil = -1;

    private Slot slot = WITHOUT;
    private double slotFrom;
    private boolean mayGo;
    private boolean isGreeting;
    private int hellosLost;

    private int failures;
    private double budget = BUDGET;
    private double pausedUntil;
    private double nextSend;
    private double wakesAt = -1;
    private double doneAt = Double.POSITIVE_INFINITY;

    Outlet(Herd herd, int number) {
        this.herd = herd;
        this.number = number;
        basket = new Basket(herd.scenario().fleet().each());
        mayGo = !herd.policy().saysHello();
    }

    int left() {
        return basket.left();
    }

    double doneAt() {
        return doneAt;
    }

    void lineComesBack() {
        isUp = true;
        if (mayGo && time().now() <= slotFrom + slot.ttl()) {
            goOn();
        } else {
            sayHelloIn(chance().nextDouble() * herd.scenario().fleet().helloWithin());
        }
    }

    /** What was under way may have arrived or not: it is sent again. */
    void lineBreaks() {
        isUp = false;
        line++;
        isConnecting = false;
        isGreeting = false;
        connectedUntil = -1;
        basket.putAllBack();
    }

    private void sayHelloIn(double seconds) {
        isGreeting = true;
        int today = line;
        time().after(seconds, () -> {
            if (today == line && isUp) {
                connectThen(this::sayHello);
            }
        });
    }

    private void sayHello() {
        exchange(() -> herd.gateway().hello(number, basket.left()), this::obey);
    }

    private void obey(Answer answer) {
        if (answer.slot().isPresent()) {
            slot = answer.slot().get();
            slotFrom = time().now() + slot.notBefore();
            begin();
        } else if (answer.isRefusal()) {
            sayHelloIn(herd.policy().pause(1, answer.retryAfter(), chance()));
        } else if (++hellosLost < HELLOS) {
            sayHelloIn(Policy.fullJitter(hellosLost, chance()));
        } else {
            slot = WITHOUT;
            slotFrom = time().now() + 1 + chance().nextDouble() * (Policy.MOST - 1);
            begin();
        }
    }

    private void begin() {
        hellosLost = 0;
        isGreeting = false;
        mayGo = true;
        goOn();
    }

    private void goOn() {
        while (isUp && mayGo && !isConnecting && basket.hasWaiting() && basket.underWay() < slot.maxInFlight()) {
            double due = Math.max(slotFrom, Math.max(pausedUntil, nextSend));
            if (due > time().now()) {
                wakeAt(due);
                return;
            }
            if (herd.policy().saysHello() && time().now() > slotFrom + slot.ttl()) {
                giveSlotUp();
                return;
            }
            if (connectedUntil < time().now()) {
                connectThen(this::goOn);
                return;
            }
            sendNext();
        }
    }

    private void giveSlotUp() {
        mayGo = false;
        sayHelloIn(Math.max(0, pausedUntil - time().now()));
    }

    private void wakeAt(double due) {
        if (wakesAt != due) {
            wakesAt = due;
            time().at(due, () -> {
                if (wakesAt == due) {
                    goOn();
                }
            });
        }
    }

    private void sendNext() {
        int chosen = basket.takeNext();
        budget = Math.min(BUDGET, budget + BUDGET_GROWS);
        nextSend = time().now() + 1 / slot.maxRate();
        int submission = number * basket.size() + chosen;
        exchange(() -> herd.gateway().submit(number, submission), answer -> settle(chosen, answer));
    }

    private void settle(int chosen, Answer answer) {
        if (answer.at() > 0 && !answer.isRefusal()) {
            basket.done(chosen);
            failures = 0;
            doneAt = basket.left() == 0 ? time().now() : doneAt;
        } else {
            basket.putBack(chosen);
            pause(answer.retryAfter());
            if (mayGo && herd.policy().saysHello() && (answer.isRefusal() || failures % FAILURES_A_SLOT == 0)) {
                giveSlotUp();
            }
        }
        goOn();
    }

    /** One timer for all it has to send; a spent budget waits as if it had failed often. */
    private void pause(int retryAfter) {
        failures += retryAfter > 0 && herd.policy().obeysRetryAfter() ? 0 : 1;
        budget -= retryAfter > 0 ? 0 : 1;
        int counted = budget < 0 && herd.policy().saysHello() ? Integer.SIZE : failures;
        pausedUntil = time().now() + herd.policy().pause(counted, retryAfter, chance());
    }

    private void connectThen(Runnable then) {
        if (connectedUntil >= time().now()) {
            then.run();
            return;
        }
        isConnecting = true;
        int today = line;
        double begun = time().now();
        double done = herd.front().handshake(begun, hasTicket) + 2 * herd.latency();
        double known = Math.min(done, begun + herd.scenario().wire().timeout());
        time().at(known, () -> {
            if (today == line) {
                connected(done <= known, then);
            }
        });
    }

    private void connected(boolean isSo, Runnable then) {
        isConnecting = false;
        if (isSo) {
            hasTicket = true;
            connectedUntil = time().now() + KEEPS_ALIVE;
            then.run();
        } else if (isGreeting) {
            sayHelloIn(Policy.fullJitter(++failures, chance()));
        } else {
            pause(0);
            goOn();
        }
    }

    /** Whatever is cut on the way is never heard of again; an answer may be lost alone. */
    private void exchange(Supplier<Answer> request, Consumer<Answer> then) {
        int today = line;
        double sent = time().now();
        double missed = sent + herd.scenario().wire().timeout();
        connectedUntil = sent + KEEPS_ALIVE;
        time().after(herd.latency(), () -> {
            if (today == line) {
                Answer answer = request.get();
                double back = answer.at() + herd.latency();
                boolean isLost = herd.losesAnswer() || back > missed;
                Answer heard = isLost ? Herd.NO_ANSWER : answer;
                time().at(isLost ? missed : back, () -> hear(today, heard, then));
            }
        });
    }

    private void hear(int then, Answer answer, Consumer<Answer> next) {
        if (then == line) {
            next.accept(answer);
        }
    }

    private VirtualTime time() {
        return herd.time();
    }

    private SplittableRandom chance() {
        return herd.chance();
    }
}
