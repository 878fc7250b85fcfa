package kiosk.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves of an item only what is to be put right. */
final class Narrowing {
    private final ServiceItem item;
    private final Set<String> named;
    private final Set<String> fields;

    private Narrowing(ServiceItem item, Set<String> named) {
        this.item = item;
        this.named = named;
        this.fields = new HashSet<>(named);
        item.fields()
                .forEach(it -> item.fields().stream()
                        .filter(field -> dependsOnOneOf(fields, field.shownWhen()))
                        .forEach(field -> fields.add(field.name())));
    }

    static ServiceItem of(ServiceItem item, Set<String> named) {
        Narrowing narrowing = new Narrowing(item, named);
        return new ServiceItem(
                item.code(),
                item.taskCode(),
                item.version(),
                item.department(),
                item.kind(),
                item.title(),
                item.guide(),
                item.identity(),
                item.offline(),
                narrowing.fields(),
                narrowing.materials(),
                item.rules().stream().filter(narrowing::canBeLookedAt).toList(),
                Optional.empty(),
                item.result());
    }

    private static boolean dependsOnOneOf(Set<String> names, Optional<Condition> condition) {
        return condition.map(it -> names.contains(it.field())).orElse(false);
    }

    private List<Field> fields() {
        return item.fields().stream()
                .filter(it -> fields.contains(it.name()))
                .map(this::asked)
                .toList();
    }

    /** What was wrong is asked again whatever the rest of the form says, and is not filled in from where it came; what the card says stays. */
    private Field asked(Field field) {
        if (field.fixed()) {
            return field;
        }
        Optional<Condition> shown = field.shownWhen().filter(it -> fields.contains(it.field()));
        return new Field(
                field.name(),
                field.label(),
                field.hint(),
                field.kind(),
                Optional.empty(),
                false,
                field.required(),
                named.contains(field.name()) ? Optional.empty() : shown);
    }

    private List<Material> materials() {
        return item.materials().stream()
                .filter(it -> named.contains(it.name()) || dependsOnOneOf(fields, it.neededWhen()))
                .map(this::asked)
                .toList();
    }

    private Material asked(Material material) {
        boolean byName = named.contains(material.name());
        return new Material(
                material.name(),
                material.title(),
                material.hint(),
                material.certificateKind(),
                byName || material.required(),
                material.mostPages(),
                byName ? Optional.empty() : material.neededWhen(),
                material.resolution(),
                material.binding());
    }

    private boolean canBeLookedAt(Rule rule) {
        if (rule instanceof Rule.NotBefore order) {
            return fields.contains(order.earlier()) && fields.contains(order.field());
        }
        return !(rule instanceof Rule.Different different)
                || (fields.contains(different.field()) && fields.contains(different.other()));
    }
}
