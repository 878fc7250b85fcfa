package kiosk.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kiosk.catalogue.Field;
import kiosk.catalogue.Field.Option;

/** The words that may follow {@code kind:} in a field, and the further words each needs. */
enum FieldKind {
    TEXT("text"),
    PHONE("phone"),
    DIGITS("digits"),
    CITIZEN_NUMBER("citizen-number"),
    CHOICE("choice"),
    CHOICES("choices"),
    DAY("day"),
    MONTH("month"),
    MONTH_RANGE("month-range"),
    PLACE("place");

    private static final int LONGEST_TEXT = 4000;
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}d");
    private static final Pattern MONTHS = Pattern.compile("[0-9]{1,4}[my]");

    private final String word;

    FieldKind(String word) {
        this.word = word;
    }

    static Map<String, FieldKind> byWord() {
        Map<String, FieldKind> kinds = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(it -> kinds.put(it.word, it));
        return kinds;
    }

    List<String> needed() {
        return switch (this) {
            case TEXT -> List.of("longest");
            case DIGITS -> List.of("fewest", "most");
            case CHOICE, CHOICES -> List.of("options");
            case DAY, MONTH -> List.of("back", "ahead");
            case MONTH_RANGE -> List.of("back");
            case PHONE, CITIZEN_NUMBER, PLACE -> List.of();
        };
    }

    Field.Kind read(Block block) {
        return switch (this) {
            case TEXT -> new Field.FreeText(block.node("longest").number(1, LONGEST_TEXT));
            case PHONE -> new Field.Phone();
            case DIGITS -> digits(block);
            case CITIZEN_NUMBER -> new Field.CitizenNumber();
            case CHOICE -> new Field.Choice(options(block.node("options")));
            case CHOICES -> new Field.Choices(options(block.node("options")));
            case DAY -> new Field.Day(days(block.node("back")), days(block.node("ahead")));
            case MONTH -> new Field.Month(months(block.node("back")), months(block.node("ahead")));
            case MONTH_RANGE -> new Field.MonthRange(months(block.node("back")));
            case PLACE -> new Field.Place();
        };
    }

    private static Field.Kind digits(Block block) {
        int fewest = block.node("fewest").number(1, LONGEST_TEXT);
        return new Field.Digits(fewest, block.node("most").number(fewest, LONGEST_TEXT));
    }

    private static List<Option> options(Node node) {
        List<Option> options = new ArrayList<>();
        node.members().forEach((code, member) -> {
            if (!OPTION.matcher(code).matches()) {
                throw member.spot().problem("an option's code is letters, digits and hyphens", code);
            }
            options.add(new Option(code, member.value().words()));
        });
        if (options.size() < 2) {
            throw node.spot().problem("a choice needs two options at least");
        }
        return options;
    }

    private static int days(Node node) {
        String span = node.text(DAYS, "a number of days like 30d");
        return Integer.parseInt(span.substring(0, span.length() - 1));
    }

    private static int months(Node node) {
        String span = node.text(MONTHS, "a number of months or years like 6m or 10y");
        int number = Integer.parseInt(span.substring(0, span.length() - 1));
        return span.endsWith("y") ? number * 12 : number;
    }
}
