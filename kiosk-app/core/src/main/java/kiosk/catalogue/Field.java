package kiosk.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One field of an item's form.
 *
 * @param hint a sentence under the label, empty where the label says it all
 * @param fixed a prefilled value that the citizen may not change
 * @param shownWhen the field is asked only while this holds
 */
public record Field(
        String name,
        Text label,
        Optional<Text> hint,
        Kind kind,
        Optional<Prefill> prefill,
        boolean fixed,
        boolean required,
        Optional<Condition> shownWhen) {
    /** What a field takes. Values are text in the form each kind tells. */
    public sealed interface Kind {}

    /** Free text of at most so many characters (code points). */
    public record FreeText(int longest) implements Kind {}

    /** A mainland mobile number: eleven digits, the first 1. */
    public record Phone() implements Kind {}

    /** Digits only, between so many and so many. */
    public record Digits(int fewest, int most) implements Kind {}

    /** A citizen identity number (GB 11643). */
    public record CitizenNumber() implements Kind {}

    /** One of the options; the value is the option's code. */
    public record Choice(List<Option> options) implements Kind {
        /** Keeps the options from changing. */
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Some of the options, at least one where required; the value is their codes in declared order, joined by commas. */
    public record Choices(List<Option> options) implements Kind {
        /** Keeps the options from changing. */
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** A day, {@code 2026-11-22}, so many days before today at the earliest and so many after at the latest. */
    public record Day(int daysBack, int daysAhead) implements Kind {}

    /** A month, {@code 2026-11}, so many months before this one at the earliest and so many after at the latest. */
    public record Month(int monthsBack, int monthsAhead) implements Kind {}

    /** A range of whole months up to this one, {@code 2024-01/2026-11}, beginning so many months back at the earliest. */
    public record MonthRange(int monthsBack) implements Kind {}

    /** A place of the catalogue's regions; the value is its six-digit code (GB/T 2260), a city's or a municipality's. */
    public record Place() implements Kind {}

    /** One option of a choice. */
    public record Option(String code, Text label) {}
}
