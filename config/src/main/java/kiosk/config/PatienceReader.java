package kiosk.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kiosk.visit.Idle;
import kiosk.visit.PreChecking;
import kiosk.visit.Submitting;
import kiosk.visit.Visit;
import kiosk.visit.runner.Patience;

/** Reads how long each step and the work behind it may take, in seconds; what is not said stays as usual. */
final class PatienceReader {
    private static final List<String> WORK = List.of("otherwise", "scan", "receipt", "pages", "delivery", "document");
    private static final List<Class<?>> WITHOUT_PATIENCE = List.of(Idle.class, PreChecking.class, Submitting.class);
    private static final int LONGEST = 7200;

    private final Block block;

    private PatienceReader(Block block) {
        this.block = block;
    }

    static Patience read(Node node) {
        List<String> known = new ArrayList<>(WORK);
        known.addAll(steps().keySet());
        return new PatienceReader(Block.of(node, List.of(), known)).patience();
    }

    private Patience patience() {
        Patience usual = Patience.USUAL;
        Map<String, Duration> steps = new HashMap<>(usual.steps());
        steps().forEach((word, step) -> steps.put(
                step, seconds(word, usual.steps().getOrDefault(step, seconds("otherwise", usual.otherwise())))));
        return new Patience(
                steps,
                seconds("otherwise", usual.otherwise()),
                seconds("scan", usual.scan()),
                seconds("receipt", usual.receipt()),
                seconds("pages", usual.pages()),
                seconds("delivery", usual.delivery()),
                seconds("document", usual.document()));
    }

    private Duration seconds(String word, Duration usual) {
        return block.maybe(word)
                .map(it -> Duration.ofSeconds(it.number(1, LONGEST)))
                .orElse(usual);
    }

    /** The steps that wait for a touch: {@code filling-form} to {@code FillingForm}. */
    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        Arrays.stream(Visit.class.getPermittedSubclasses())
                .filter(step -> !WITHOUT_PATIENCE.contains(step))
                .map(Class::getSimpleName)
                .forEach(step ->
                        steps.put(step.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT), step));
        return steps;
    }
}
