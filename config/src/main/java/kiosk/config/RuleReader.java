package kiosk.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kiosk.catalogue.Field;
import kiosk.catalogue.Rule;
import kiosk.catalogue.Text;

/** Reads one rule over the whole form. */
final class RuleReader {
    private static final Map<String, String> RULES =
            Words.same("age-at-least", "age-below", "not-before", "different", "card-in-force");
    private static final int OLDEST = 150;

    private final FormReader form;

    RuleReader(FormReader form) {
        this.form = form;
    }

    Rule read(Node node) {
        Node.Member rule = node.members().get("rule");
        if (rule == null) {
            throw node.spot().problem("a word is missing", "rule", List.of("rule", "message"));
        }
        return switch (rule.value().oneOf(RULES)) {
            case "age-at-least" -> {
                Block block = block(node, "years");
                yield new Rule.AgeAtLeast(block.node("years").number(1, OLDEST), message(block));
            }
            case "age-below" -> {
                Block block = block(node, "years");
                yield new Rule.AgeBelow(block.node("years").number(1, OLDEST), message(block));
            }
            case "not-before" -> {
                Block block = block(node, "field", "earlier");
                yield new Rule.NotBefore(day(block, "field"), day(block, "earlier"), message(block));
            }
            case "different" -> {
                Block block = block(node, "field", "other");
                yield new Rule.Different(field(block, "field"), field(block, "other"), message(block));
            }
            default -> new Rule.CardInForce(message(block(node)));
        };
    }

    private static Block block(Node node, String... further) {
        List<String> needed = new ArrayList<>(List.of("rule", "message"));
        needed.addAll(List.of(further));
        return Block.of(node, needed, List.of());
    }

    private static Text message(Block block) {
        return block.words("message");
    }

    private String day(Block block, String word) {
        return form.field(block.node(word), Field.Day.class, "a day").name();
    }

    private String field(Block block, String word) {
        return form.field(block.node(word), Field.Kind.class, "a field").name();
    }
}
