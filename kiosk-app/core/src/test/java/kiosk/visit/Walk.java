package kiosk.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kiosk.catalogue.Surroundings;
import kiosk.submission.SubmissionId;
import kiosk.twin.People;

/** A long walk through many visits, one random event after the other; the seed tells it again. */
final class Walk {
    private static final List<VisitEvent> EVENTS = Happenings.all();

    private static final Map<String, String> GOOD = Map.of(
            "name", "张测试",
            "number", People.ZHANG,
            "phone", "13800000000",
            "type", "referral",
            "until", "2026-12-01",
            "period", "2026-01/2026-06",
            "grade", "high");

    /** One event of a walk. */
    record Step(Visit before, VisitEvent event, Moment moment, Transition transition) {}

    private final Random random;
    private Visit visit = new Idle();
    private int fresh;

    private Walk(long seed) {
        random = new Random(seed);
    }

    /** The steps of a walk of that length. */
    static List<Step> of(long seed, int steps) {
        Walk walk = new Walk(seed);
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Step step = walk.step();
            all.add(step);
            walk.visit = step.transition().next();
        }
        return all;
    }

    /** Most events change something, and going on is likelier than going, or no walk would get far; some mean nothing here. */
    private Step step() {
        Moment moment = Moments.of(surroundings(), freshId());
        if (visit instanceof FillingForm filling && random.nextInt(3) > 0) {
            return step(mending(filling, moment), moment);
        }
        Map<Class<?>, List<Step>> moving = new LinkedHashMap<>();
        for (VisitEvent event : EVENTS) {
            Step step = step(event, moment);
            if (!step.transition().equals(Transition.to(visit)) && (!leadsAside(event) || random.nextInt(8) == 0)) {
                moving.computeIfAbsent(step.transition().next().getClass(), it -> new ArrayList<>())
                        .add(step);
            }
        }
        return moving.isEmpty() || random.nextInt(10) == 0
                ? step(oneOf(EVENTS), moment)
                : oneOf(oneOf(List.copyOf(moving.values())));
    }

    /** What ends a visit, or looks at something else meanwhile. */
    private static boolean leadsAside(VisitEvent event) {
        return Visit.goes(event)
                || event instanceof VisitEvent.CasesWanted
                || event instanceof VisitEvent.SlipCheckWanted
                || event instanceof VisitEvent.PinChangeWanted;
    }

    private Step step(VisitEvent event, Moment moment) {
        return new Step(visit, event, moment, visit.on(event, moment));
    }

    private static VisitEvent mending(FillingForm filling, Moment moment) {
        return filling.matter().form().problems(moment.today(), moment.catalogue()).stream()
                .flatMap(it -> it.field().stream())
                .findFirst()
                .<VisitEvent>map(it -> new VisitEvent.FieldFilled(it, GOOD.get(it)))
                .orElse(new VisitEvent.FormDone());
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Surroundings surroundings() {
        List<Surroundings> all = Moments.allSurroundings();
        return random.nextInt(6) == 0 ? all.get(random.nextInt(all.size())) : Moments.well();
    }

    private SubmissionId freshId() {
        fresh++;
        return SubmissionId.parse("019a0000-0000-7000-8000-%012x".formatted(0x1000 + fresh));
    }
}
