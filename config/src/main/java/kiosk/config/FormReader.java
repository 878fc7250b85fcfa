package kiosk.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kiosk.catalogue.Condition;
import kiosk.catalogue.Field;
import kiosk.catalogue.Field.Option;
import kiosk.catalogue.Prefill;

/** Reads the fields of an item's form from top to bottom; what a later part refers to must stand above it. */
final class FormReader {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final List<String> NEEDED = List.of("name", "label", "kind");
    private static final List<String> POSSIBLE = List.of("hint", "prefill", "fixed", "required", "shownWhen");

    private final Map<String, Field> fields = new HashMap<>();

    List<Field> read(List<Node> nodes) {
        List<Field> read = new ArrayList<>();
        for (Node node : nodes) {
            Field field = field(node);
            fields.put(field.name(), field);
            read.add(field);
        }
        return read;
    }

    private Field field(Node node) {
        FieldKind kind = kindOf(node);
        List<String> needed = new ArrayList<>(NEEDED);
        needed.addAll(kind.needed());
        Block block = Block.of(node, needed, POSSIBLE);
        String name = block.node("name").text(NAME, "a name like startDate");
        if (fields.containsKey(name)) {
            throw block.node("name").spot().problem("the same field twice", name);
        }
        Optional<Prefill> prefill = block.maybe("prefill").map(it -> it.oneOf(Words.PREFILLS));
        if (block.flag("fixed") && prefill.isEmpty()) {
            throw block.node("fixed").spot().problem("a fixed field needs a prefill", name);
        }
        return new Field(
                name,
                block.words("label"),
                block.maybe("hint").map(Node::words),
                kind.read(block),
                prefill,
                block.flag("fixed"),
                block.flag("required"),
                block.maybe("shownWhen").map(this::condition));
    }

    private static FieldKind kindOf(Node node) {
        Node.Member kind = node.members().get("kind");
        if (kind == null) {
            throw node.spot().problem("a word is missing", "kind", NEEDED);
        }
        return kind.value().oneOf(FieldKind.byWord());
    }

    /** A condition on a choice that stands above. */
    Condition condition(Node node) {
        Block block = Block.of(node, List.of("field", "is"), List.of());
        Map<String, Option> options = options(block.node("field"));
        Set<String> oneOf = new TreeSet<>();
        for (Node option : block.node("is").items()) {
            oneOf.add(option.oneOf(options).code());
        }
        if (oneOf.isEmpty()) {
            throw block.node("is").spot().problem("a condition needs one option at least");
        }
        return new Condition(block.text("field"), oneOf);
    }

    /** The options of the choice that a node names, by code. */
    Map<String, Option> options(Node node) {
        Field field = field(node, Field.Choice.class, "a choice");
        Map<String, Option> options = new LinkedHashMap<>();
        ((Field.Choice) field.kind()).options().forEach(it -> options.put(it.code(), it));
        return options;
    }

    /** The field that a node names, which must be of some kind. */
    Field field(Node node, Class<? extends Field.Kind> kind, String described) {
        Field field = fields.get(node.text());
        if (field == null) {
            throw node.spot().problem("unknown field", node.text(), new TreeSet<>(fields.keySet()));
        }
        if (!kind.isInstance(field.kind())) {
            throw node.spot().problem("this field is not " + described, node.text());
        }
        return field;
    }
}
