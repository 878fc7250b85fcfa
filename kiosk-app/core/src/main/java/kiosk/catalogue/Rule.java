package kiosk.catalogue;

/** A rule over a whole form, checked at the terminal before anything is handed in; a closed list. */
public sealed interface Rule {
    /** What the citizen reads when the rule does not hold: what to do next. */
    Text message();

    /** The citizen is at least so many years old today. */
    record AgeAtLeast(int years, Text message) implements Rule {}

    /** The citizen is younger than so many years today. */
    record AgeBelow(int years, Text message) implements Rule {}

    /** The day in one field is not before the day in another; holds while either is empty. */
    record NotBefore(String field, String earlier, Text message) implements Rule {}

    /** Two fields have different values; holds while either is empty. */
    record Different(String field, String other, Text message) implements Rule {}

    /** The identity card the citizen came with has not expired; holds for other evidence. */
    record CardInForce(Text message) implements Rule {}
}
