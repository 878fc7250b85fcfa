package kiosk.desktop.entry;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import kiosk.desktop.entry.DateGrid.Offer;
import kiosk.desktop.entry.DateGrid.Part;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;

/** A month, or a range of months from one to another, by touching years and months. */
public final class MonthPicker extends VBox {
    private final YearMonth earliest;
    private final YearMonth latest;
    private final Texts texts;
    private final Consumer<String> changed;
    private final DateGrid grid;
    private final VBox head = new VBox();
    private final List<Optional<YearMonth>> ends = new ArrayList<>();
    private int end;
    private Part open = Part.YEAR;
    private Optional<Integer> year = Optional.empty();

    private MonthPicker(YearMonth earliest, YearMonth latest, Texts texts, Consumer<String> changed) {
        this.earliest = earliest;
        this.latest = latest;
        this.texts = texts;
        this.changed = changed;
        this.grid = new DateGrid(texts);
        getStyleClass().add("date-picker");
        head.getStyleClass().add("date-head");
        getChildren().addAll(head, grid);
    }

    /** A month as {@code 2026-11}. */
    public static MonthPicker month(YearMonth earliest, YearMonth latest, Texts texts, Consumer<String> changed) {
        MonthPicker picker = new MonthPicker(earliest, latest, texts, changed);
        picker.ends.add(Optional.empty());
        picker.draw();
        return picker;
    }

    /** A range of months as {@code 2024-01/2026-11}, with the usual ranges to touch at once. */
    public static MonthPicker range(YearMonth earliest, YearMonth latest, Texts texts, Consumer<String> changed) {
        MonthPicker picker = new MonthPicker(earliest, latest, texts, changed);
        picker.ends.add(Optional.empty());
        picker.ends.add(Optional.empty());
        picker.draw();
        return picker;
    }

    /** This picker with a value chosen. */
    public MonthPicker holding(String value) {
        if (!value.isEmpty()) {
            String[] parts = value.split("/", -1);
            for (int i = 0; i < ends.size() && i < parts.length; i++) {
                ends.set(i, Optional.of(YearMonth.parse(parts[i])));
            }
            openEnd(0, Part.MONTH);
        }
        return this;
    }

    private void openEnd(int which, Part part) {
        end = which;
        year = ends.get(which).map(YearMonth::getYear);
        open = year.isPresent() ? part : Part.YEAR;
        draw();
    }

    private void draw() {
        List<Node> rows = new ArrayList<>();
        if (ends.size() > 1) {
            rows.add(Keyboard.row(List.of(usual(12), usual(24), usual(36))));
        }
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            if (ends.size() > 1) {
                parts.add(Words.words(texts.say(i == 0 ? "date.from" : "date.to"), "date-word"));
            }
            parts.add(part(i, Part.YEAR));
            parts.add(part(i, Part.MONTH));
        }
        rows.add(DateGrid.parts(parts));
        head.getChildren().setAll(rows);
        grid.open(offer(), this::take);
    }

    private Node usual(int months) {
        return Keyboard.key("last-" + months, texts.say("date.last-" + months), () -> takeLast(months));
    }

    private void takeLast(int months) {
        YearMonth from = latest.minusMonths(months - 1L);
        ends.set(0, Optional.of(from.isBefore(earliest) ? earliest : from));
        ends.set(1, Optional.of(latest));
        openEnd(1, Part.MONTH);
        tell();
    }

    private Node part(int which, Part part) {
        Optional<Integer> shownYear = which == end ? year : ends.get(which).map(YearMonth::getYear);
        String words = part == Part.YEAR
                ? shownYear.map(it -> texts.say("date.year", it)).orElse(texts.say("date.choose-year"))
                : ends.get(which)
                        .map(it -> texts.say("date.month-" + it.getMonthValue()))
                        .orElse(texts.say("date.choose-month"));
        String id = "date-" + (ends.size() == 1 ? "" : which == 0 ? "from-" : "to-") + part.word();
        return DateGrid.part(id, words, which == end && open == part, () -> openEnd(which, part));
    }

    private Offer offer() {
        if (open == Part.YEAR) {
            return new Offer(Part.YEAR, earliest.getYear(), latest.getYear(), this::possibleYear, year);
        }
        int shown = year.orElse(latest.getYear());
        Optional<Integer> chosen =
                ends.get(end).filter(it -> it.getYear() == shown).map(YearMonth::getMonthValue);
        return new Offer(Part.MONTH, 1, 12, it -> possible(YearMonth.of(shown, it)), chosen);
    }

    private boolean possibleYear(int number) {
        return end == 0 || number >= first().getYear();
    }

    private boolean possible(YearMonth month) {
        return !month.isBefore(end == 0 ? earliest : first()) && !month.isAfter(latest);
    }

    private YearMonth first() {
        return ends.get(0).orElse(earliest);
    }

    private void take(int number) {
        if (open == Part.YEAR) {
            year = Optional.of(number);
            ends.set(end, ends.get(end).filter(it -> it.getYear() == number));
            open = Part.MONTH;
            tell();
            draw();
            return;
        }
        ends.set(end, Optional.of(YearMonth.of(year.orElse(latest.getYear()), number)));
        dropAnEndBeforeTheBeginning();
        tell();
        boolean next = end == 0 && ends.size() > 1 && ends.get(1).isEmpty();
        openEnd(next ? 1 : end, Part.MONTH);
    }

    private void dropAnEndBeforeTheBeginning() {
        if (ends.size() > 1 && end == 0) {
            ends.set(1, ends.get(1).filter(it -> !it.isBefore(first())));
        }
    }

    private void tell() {
        boolean whole = ends.stream().allMatch(Optional::isPresent);
        changed.accept(
                whole
                        ? String.join(
                                "/",
                                ends.stream()
                                        .map(it -> it.orElseThrow().toString())
                                        .toList())
                        : "");
    }
}
