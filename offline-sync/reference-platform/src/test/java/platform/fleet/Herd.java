package platform.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import platform.fleet.Gateway.Answer;

/** All terminals and the platform in one thread and one virtual time. */
final class Herd {
    static final Answer NO_ANSWER = new Answer(-1, 0, Optional.empty());

    private static final double FLAPS_FOR = 300;
    private static final double STANDS_ABOUT = 45;
    private static final double DOWN_AT_LEAST = 2;
    private static final double DOWN_AT_MOST = 20;

    private final Scenario scenario;
    private final SplittableRandom chance;
    private final VirtualTime time = new VirtualTime();
    private final Tally tally = new Tally();
    private final Front front;
    private final Gateway gateway;
    private final List<Outlet> outlets = new ArrayList<>();

    private Herd(Scenario scenario) {
        this.scenario = scenario;
        chance = new SplittableRandom(scenario.seed());
        front = new Front(scenario.server().tls(), tally);
        gateway = new Gateway(time, scenario, tally);
    }

    /** Runs until all is delivered, or this many seconds have passed in there. */
    static Run run(Scenario scenario, double mostSeconds) {
        Herd herd = new Herd(scenario);
        herd.start();
        herd.time.runUntil(mostSeconds);
        return herd.result();
    }

    private void start() {
        int flapping = (int) (scenario.fleet().terminals() * scenario.fleet().flapping());
        for (int i = 0; i < scenario.fleet().terminals(); i++) {
            Outlet outlet = new Outlet(this, i);
            outlets.add(outlet);
            time.at(chance.nextDouble() * scenario.fleet().backWithin(), outlet::lineComesBack);
            if (i < flapping) {
                flapLater(outlet);
            }
        }
    }

    private void flapLater(Outlet outlet) {
        double stands = scenario.fleet().backWithin() - STANDS_ABOUT * Math.log(1 - chance.nextDouble());
        if (time.now() + stands < FLAPS_FOR) {
            time.after(stands, () -> {
                outlet.lineBreaks();
                double down = DOWN_AT_LEAST + chance.nextDouble() * (DOWN_AT_MOST - DOWN_AT_LEAST);
                time.after(down, () -> {
                    outlet.lineComesBack();
                    flapLater(outlet);
                });
            });
        }
    }

    private Run result() {
        double[] doneAt = outlets.stream().mapToDouble(Outlet::doneAt).sorted().toArray();
        int left = outlets.stream().mapToInt(Outlet::left).sum();
        long held = IntStream.range(0, scenario.fleet().submissions())
                .filter(gateway.book()::holds)
                .count();
        long lost = Math.max(0, scenario.fleet().submissions() - left - held);
        return new Run(
                scenario, tally, doneAt, new Run.End(left, lost, gateway.book().duplicates()));
    }

    Scenario scenario() {
        return scenario;
    }

    Policy policy() {
        return scenario.policy();
    }

    VirtualTime time() {
        return time;
    }

    SplittableRandom chance() {
        return chance;
    }

    Front front() {
        return front;
    }

    Gateway gateway() {
        return gateway;
    }

    double latency() {
        Scenario.Wire wire = scenario.wire();
        return wire.fastest() + chance.nextDouble() * (wire.slowest() - wire.fastest());
    }

    boolean losesAnswer() {
        return chance.nextDouble() < scenario.wire().lostAnswers();
    }
}
