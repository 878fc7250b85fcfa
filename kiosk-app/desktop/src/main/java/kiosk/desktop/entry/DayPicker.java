package kiosk.desktop.entry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.layout.VBox;
import kiosk.desktop.entry.DateGrid.Offer;
import kiosk.desktop.entry.DateGrid.Part;
import kiosk.desktop.widget.Texts;
import org.jspecify.annotations.Nullable;

/** A day by touching year, month and day in turn; only days within the range can be touched. */
public final class DayPicker extends VBox {
    private final LocalDate earliest;
    private final LocalDate latest;
    private final Texts texts;
    private final Consumer<String> changed;
    private final DateGrid grid;
    private final VBox head = new VBox();
    private Part open = Part.YEAR;
    private @Nullable Integer year;
    private @Nullable Integer month;
    private @Nullable Integer day;

    /**
     * A picker of a day within a range.
     *
     * @param changed told the day as {@code 2026-11-22} when it is whole
     */
    public DayPicker(LocalDate earliest, LocalDate latest, Texts texts, Consumer<String> changed) {
        this.earliest = earliest;
        this.latest = latest;
        this.texts = texts;
        this.changed = changed;
        this.grid = new DateGrid(texts);
        getStyleClass().add("date-picker");
        getChildren().addAll(head, grid);
        if (earliest.getYear() == latest.getYear()) {
            year = latest.getYear();
            open = Part.MONTH;
        }
        draw();
    }

    /** This picker with a day chosen. */
    public DayPicker holding(String value) {
        if (!value.isEmpty()) {
            LocalDate held = LocalDate.parse(value);
            year = held.getYear();
            month = held.getMonthValue();
            day = held.getDayOfMonth();
            open = Part.DAY;
            draw();
        }
        return this;
    }

    /** This picker, open at the days of a month that most citizens mean. */
    public DayPicker openAt(YearMonth likely) {
        if (within(likely)) {
            year = likely.getYear();
            month = likely.getMonthValue();
            open = Part.DAY;
            draw();
        }
        return this;
    }

    private void draw() {
        head.getChildren()
                .setAll(DateGrid.parts(List.of(part(Part.YEAR, year), part(Part.MONTH, month), part(Part.DAY, day))));
        grid.open(offer(), taking());
    }

    private javafx.scene.control.Button part(Part which, @Nullable Integer number) {
        String words = number == null
                ? texts.say("date.choose-" + which.word())
                : which == Part.MONTH ? texts.say("date.month-" + number) : texts.say("date." + which.word(), number);
        return DateGrid.part("date-" + which.word(), words, open == which, () -> turnTo(which));
    }

    private void turnTo(Part which) {
        boolean ready = which == Part.YEAR || (which == Part.MONTH ? year != null : year != null && month != null);
        if (ready) {
            open = which;
            draw();
        }
    }

    private Offer offer() {
        int shownYear = year == null ? latest.getYear() : year;
        int shownMonth = month == null ? 1 : month;
        return switch (open) {
            case YEAR ->
                new Offer(Part.YEAR, earliest.getYear(), latest.getYear(), it -> true, Optional.ofNullable(year));
            case MONTH ->
                new Offer(Part.MONTH, 1, 12, it -> within(YearMonth.of(shownYear, it)), Optional.ofNullable(month));
            case DAY ->
                new Offer(
                        Part.DAY,
                        1,
                        YearMonth.of(shownYear, shownMonth).lengthOfMonth(),
                        it -> within(LocalDate.of(shownYear, shownMonth, it)),
                        Optional.ofNullable(day));
        };
    }

    private IntConsumer taking() {
        return switch (open) {
            case YEAR -> number -> take(number, month, Part.MONTH);
            case MONTH -> number -> take(year == null ? latest.getYear() : year, number, Part.DAY);
            case DAY -> this::takeDay;
        };
    }

    private void take(int takenYear, @Nullable Integer takenMonth, Part next) {
        year = takenYear;
        month = takenMonth;
        day = null;
        open = next;
        changed.accept("");
        draw();
    }

    private void takeDay(int number) {
        day = number;
        if (year != null && month != null) {
            changed.accept(LocalDate.of(year, month, number).toString());
        }
        draw();
    }

    private boolean within(YearMonth which) {
        return !which.atEndOfMonth().isBefore(earliest) && !which.atDay(1).isAfter(latest);
    }

    private boolean within(LocalDate which) {
        return !which.isBefore(earliest) && !which.isAfter(latest);
    }
}
