package kiosk.visit;

import java.util.ArrayList;
import java.util.List;

/** What follows from an event: the next step and the effects it asks for. */
public record Transition(Visit next, List<Effect> effects) {
    /** Keeps the list from changing. */
    public Transition {
        effects = List.copyOf(effects);
    }

    /** To that step, asking for these effects. */
    public static Transition to(Visit next, Effect... effects) {
        return new Transition(next, List.of(effects));
    }

    /** This transition, asking for one more effect before its own. */
    public Transition after(Effect first) {
        List<Effect> all = new ArrayList<>(List.of(first));
        all.addAll(effects);
        return new Transition(next, all);
    }

    /** This transition, asking for one more effect after its own. */
    public Transition and(Effect last) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(last);
        return new Transition(next, all);
    }
}
