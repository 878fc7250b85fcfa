package kiosk.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kiosk.catalogue.Text;

/** A part of a YAML document that still knows its line, read as what is expected there. */
sealed interface Node {
    /** Where it stands. */
    Spot spot();

    /** What it is, in a sentence. */
    String nature();

    /** A single value; whether it was quoted does not matter. */
    record Scalar(Spot spot, String value) implements Node {
        @Override
        public String nature() {
            return "a single value";
        }
    }

    /** A list. */
    record Sequence(Spot spot, List<Node> items) implements Node {
        @Override
        public String nature() {
            return "a list";
        }
    }

    /** Words with a value each, in their order. */
    record Mapping(Spot spot, Map<String, Member> members) implements Node {
        @Override
        public String nature() {
            return "a block of words";
        }
    }

    /** One word of a mapping: where the word stands, and its value. */
    record Member(Spot spot, Node value) {}

    /** The text, which must not be blank. */
    default String text() {
        if (!(this instanceof Scalar scalar)) {
            throw expected("a single value");
        }
        if (scalar.value().isBlank()) {
            throw spot().problem("a value is missing here");
        }
        return scalar.value().strip();
    }

    /** The text, which must have a form. */
    default String text(Pattern form, String described) {
        String text = text();
        if (!form.matcher(text).matches()) {
            throw spot().problem("expected " + described, text);
        }
        return text;
    }

    /** The parts of a list. */
    default List<Node> items() {
        if (this instanceof Sequence list) {
            return list.items();
        }
        throw expected("a list");
    }

    /** The words of a mapping whose words are not fixed. */
    default Map<String, Member> members() {
        if (this instanceof Mapping block) {
            return block.members();
        }
        throw expected("a block of words");
    }

    /** A whole number within bounds. */
    default int number(int least, int most) {
        String text = text();
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw spot().problem("expected a whole number", text);
        }
        throw spot().problem("expected a number from " + least + " to " + most, text);
    }

    /** One of the known words. */
    default <T> T oneOf(Map<String, T> known) {
        T value = known.get(text());
        if (value == null) {
            throw spot().problem("unknown word", text(), known.keySet());
        }
        return value;
    }

    /** Yes or no. */
    default boolean flag() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("true", true);
        words.put("false", false);
        return oneOf(words);
    }

    /** A text in every language the terminal speaks. */
    default Text words() {
        Block block = Block.of(this, List.of("zh-CN", "en"), List.of());
        return new Text(block.text("zh-CN"), block.text("en"));
    }

    private ConfigProblem expected(String what) {
        return spot().problem("expected " + what + ", found " + nature());
    }
}
