package kiosk.desktop.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Field.Option;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.PairGrid;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.WideButton;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Options as tiles to touch, one or several of them; the ids are {@code option-} and the option's code. */
public final class ChoiceTiles extends VBox {
    private final List<Option> options;
    private final Texts texts;
    private final Consumer<String> changed;
    private final Many many;
    private final Set<String> chosen = new LinkedHashSet<>();

    private enum Many {
        ONE,
        SEVERAL
    }

    private ChoiceTiles(List<Option> options, Texts texts, Many many, Consumer<String> changed) {
        this.options = options;
        this.texts = texts;
        this.many = many;
        this.changed = changed;
        getStyleClass().add("choice-tiles");
    }

    /** One of the options; the value is its code. */
    public static ChoiceTiles one(List<Option> options, Texts texts, Consumer<String> changed) {
        return new ChoiceTiles(options, texts, Many.ONE, changed).drawn();
    }

    /** Any of the options; the value is their codes in declared order, joined by commas. */
    public static ChoiceTiles several(List<Option> options, Texts texts, Consumer<String> changed) {
        return new ChoiceTiles(options, texts, Many.SEVERAL, changed).drawn();
    }

    /** These tiles with a value chosen. */
    public ChoiceTiles holding(String value) {
        chosen.clear();
        chosen.addAll(value.isEmpty() ? List.of() : List.of(value.split(",", -1)));
        return drawn();
    }

    private ChoiceTiles drawn() {
        getChildren().setAll(new PairGrid(500, options.stream().map(this::tile).toList()));
        return this;
    }

    private Button tile(Option option) {
        boolean on = chosen.contains(option.code());
        Label label = Words.body(texts.say(option.label()));
        HBox.setHgrow(label, Priority.ALWAYS);
        WideButton tile = new WideButton("option-" + option.code(), "option", Icons.small(mark(on)), label);
        if (on) {
            tile.getStyleClass().add("chosen");
        }
        tile.setOnAction(touched -> touch(option.code()));
        return tile;
    }

    private Ikon mark(boolean on) {
        if (many == Many.ONE) {
            return on ? MaterialDesignR.RADIOBOX_MARKED : MaterialDesignR.RADIOBOX_BLANK;
        }
        return on ? MaterialDesignC.CHECKBOX_MARKED : MaterialDesignC.CHECKBOX_BLANK_OUTLINE;
    }

    private void touch(String code) {
        if (many == Many.ONE) {
            chosen.clear();
            chosen.add(code);
        } else if (!chosen.remove(code)) {
            chosen.add(code);
        }
        drawn();
        changed.accept(value());
    }

    private String value() {
        return options.stream().map(Option::code).filter(chosen::contains).collect(Collectors.joining(","));
    }

    /** The code that is chosen, if one is. */
    public Optional<String> first() {
        return chosen.stream().findFirst();
    }
}
