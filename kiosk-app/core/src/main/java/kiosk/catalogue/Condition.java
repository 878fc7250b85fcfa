package kiosk.catalogue;

import java.util.Set;

/** Holds while a choice field of the form has one of these options. */
public record Condition(String field, Set<String> oneOf) {
    /** Keeps the set from changing. */
    public Condition {
        oneOf = Set.copyOf(oneOf);
    }
}
