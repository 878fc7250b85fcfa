package kiosk.desktop.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Numbers to touch, of years, months or days; beneath the parts of the date, of which one is open. Cells have the ids
 * {@code year-2026}, {@code month-11}, {@code day-22}.
 */
final class DateGrid extends VBox {
    private static final int YEARS_SHOWN = 15;

    private final Texts texts;
    private int page;

    /** A part of a date. */
    enum Part {
        YEAR(5),
        MONTH(4),
        DAY(8);

        private final int columns;

        Part(int columns) {
            this.columns = columns;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a grid offers: numbers from first to last, of which some can be chosen, and one may be chosen already. */
    record Offer(Part part, int first, int last, IntPredicate possible, Optional<Integer> chosen) {}

    DateGrid(Texts texts) {
        this.texts = texts;
        getStyleClass().add("date-grid");
    }

    /** Shows an offer from its page with the chosen number, or its last. */
    void open(Offer offer, IntConsumer chosen) {
        int shown = offer.chosen().orElse(offer.last());
        page = offer.part() == Part.YEAR ? (offer.last() - shown) / YEARS_SHOWN : 0;
        draw(offer, chosen);
    }

    private void draw(Offer offer, IntConsumer chosen) {
        getChildren().clear();
        boolean years = offer.part() == Part.YEAR;
        int last = years ? offer.last() - page * YEARS_SHOWN : offer.last();
        int first = years ? Math.max(offer.first(), last - YEARS_SHOWN + 1) : offer.first();
        getChildren().add(cells(offer, IntStream.rangeClosed(first, last).toArray(), chosen));
        if (years && offer.last() - offer.first() >= YEARS_SHOWN) {
            Button earlier = turn("years-earlier", MaterialDesignC.CHEVRON_LEFT, () -> turnPage(1, offer, chosen));
            earlier.setDisable(first <= offer.first());
            Button later = turn("years-later", MaterialDesignC.CHEVRON_RIGHT, () -> turnPage(-1, offer, chosen));
            later.setDisable(page == 0);
            getChildren().add(Keyboard.row(List.of(earlier, later)));
        }
    }

    private void turnPage(int by, Offer offer, IntConsumer chosen) {
        page += by;
        draw(offer, chosen);
    }

    private Button turn(String id, org.kordamp.ikonli.Ikon icon, Runnable action) {
        Button key = Keyboard.key(id, texts.say("date." + id), action);
        key.setGraphic(Icons.small(icon));
        key.getStyleClass().add("function-key");
        return key;
    }

    private GridPane cells(Offer offer, int[] numbers, IntConsumer chosen) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cells");
        int columns = offer.part().columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < numbers.length; i++) {
            grid.add(cell(offer, numbers[i], chosen), i % columns, i / columns);
        }
        return grid;
    }

    private Button cell(Offer offer, int number, IntConsumer chosen) {
        Part part = offer.part();
        String words = part == Part.MONTH ? texts.say("date.month-" + number) : String.valueOf(number);
        Button cell = Keyboard.key("", words, () -> chosen.accept(number));
        cell.setId(part.word() + "-" + number);
        cell.getStyleClass().add("cell");
        cell.setDisable(!offer.possible().test(number));
        if (offer.chosen().equals(Optional.of(number))) {
            cell.getStyleClass().add("chosen");
        }
        return cell;
    }

    /** The parts of a date side by side, the open one marked. */
    static HBox parts(List<? extends Node> parts) {
        HBox row = new HBox();
        row.getStyleClass().add("date-parts");
        row.getChildren().addAll(new ArrayList<>(parts));
        parts.forEach(it -> HBox.setHgrow(it, Priority.ALWAYS));
        return row;
    }

    /** One part of a date to open. */
    static Button part(String id, String words, boolean open, Runnable action) {
        Button part = Keyboard.key("", words, action);
        part.setId(id);
        part.getStyleClass().addAll("date-part", open ? "open" : "shut");
        return part;
    }
}
