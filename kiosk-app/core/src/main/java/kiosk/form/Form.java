package kiosk.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Condition;
import kiosk.catalogue.Field;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;

/** An item's form with what has been entered so far. */
public record Form(ServiceItem item, Map<String, Entry> entries) {
    /** Keeps the entries from changing, in their order. */
    public Form {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A form with nothing in it. */
    public static Form blank(ServiceItem item) {
        return new Form(item, Map.of());
    }

    /** A form with those of the entries that the item's fields take, as the item stands now. */
    public static Form fitting(ServiceItem item, Map<String, Entry> entries, LocalDate today, Catalogue catalogue) {
        Map<String, Entry> taken = new LinkedHashMap<>();
        for (Field field : item.fields()) {
            Optional.ofNullable(entries.get(field.name()))
                    .filter(it -> FieldCheck.problem(field, it.value(), today, catalogue)
                            .isEmpty())
                    .ifPresent(it -> taken.put(field.name(), it));
        }
        return new Form(item, taken);
    }

    /** This form with what is known already, where nothing was entered yet; what a field would not take is left out. */
    public Form prefilled(Map<Prefill, String> known, LocalDate today, Catalogue catalogue) {
        return prefilled(known, Form::usualSource, today, catalogue);
    }

    /** As above, with a source of its own for each kind of value: what a code brought in is the platform's word, not a card's. */
    public Form prefilled(
            Map<Prefill, String> known, Function<Prefill, Provenance> source, LocalDate today, Catalogue catalogue) {
        Map<String, Entry> filled = new LinkedHashMap<>(entries);
        for (Field field : item.fields()) {
            Optional<String> value = field.prefill().map(known::get).filter(it -> !it.isBlank());
            if (value.isPresent()
                    && !filled.containsKey(field.name())
                    && FieldCheck.problem(field, value.get(), today, catalogue).isEmpty()) {
                filled.put(
                        field.name(),
                        new Entry(value.get(), source.apply(field.prefill().orElseThrow())));
            }
        }
        return new Form(item, filled);
    }

    private static Provenance usualSource(Prefill prefill) {
        return prefill.fromPlatform() ? Provenance.PLATFORM : Provenance.CARD;
    }

    /**
     * This form with a value the citizen entered; a blank one empties the field. The value that was prefilled, entered again,
     * keeps its source.
     *
     * @throws IllegalArgumentException if the item has no such field or the citizen may not change it
     */
    public Form with(String name, String value) {
        Field field = item.field(name).orElseThrow(() -> new IllegalArgumentException("no such field"));
        Optional<Entry> before = entry(name);
        if (field.fixed() && before.isPresent()) {
            throw new IllegalArgumentException("the field is fixed");
        }
        if (before.map(it -> it.value().equals(value.strip())).orElse(false)) {
            return this;
        }
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.remove(name);
        if (!value.isBlank()) {
            changed.put(name, new Entry(value.strip(), Provenance.CITIZEN));
        }
        return new Form(item, changed);
    }

    /** What is entered in that field. */
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The value in that field, empty text where there is none. */
    public String value(String name) {
        return entry(name).map(Entry::value).orElse("");
    }

    /** The fields that are asked as the form stands. */
    public List<Field> fieldsAsked() {
        return item.fields().stream().filter(it -> holds(it.shownWhen())).toList();
    }

    /** Whether a condition holds on this form; none always does, and one on a field that is not asked itself never does. */
    public boolean holds(Optional<Condition> condition) {
        return holds(condition, item.fields().size());
    }

    /** Follows the conditions of conditions; as many as there are fields at most, so that a circle ends. */
    private boolean holds(Optional<Condition> condition, int further) {
        return condition
                .map(it -> further > 0
                        && it.oneOf().contains(value(it.field()))
                        && item.field(it.field())
                                .map(field -> holds(field.shownWhen(), further - 1))
                                .orElse(false))
                .orElse(true);
    }

    /** What is wrong with single fields as the form stands. */
    public List<Problem> problems(LocalDate today, Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>();
        for (Field field : fieldsAsked()) {
            FieldCheck.problem(field, value(field.name()), today, catalogue).ifPresent(problems::add);
        }
        return problems;
    }

    /** What is handed in: the entries of the fields that are asked. */
    public Map<String, Entry> answers() {
        Map<String, Entry> answers = new LinkedHashMap<>();
        fieldsAsked().forEach(field -> entry(field.name()).ifPresent(it -> answers.put(field.name(), it)));
        return answers;
    }

    /** The fee that follows from the form; empty for items without one, or while the choice is open. */
    public Optional<Long> feeInFen() {
        return item.fee()
                .flatMap(fee -> Optional.ofNullable(answers().get(fee.field()))
                        .flatMap(it -> Optional.ofNullable(fee.fenByOption().get(it.value()))));
    }

    @Override
    public String toString() {
        return "Form[" + item.code() + ", " + entries.size() + " entries]";
    }
}
