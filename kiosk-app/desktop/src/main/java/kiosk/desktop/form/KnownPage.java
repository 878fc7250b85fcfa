package kiosk.desktop.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Field;
import kiosk.desktop.Desk;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.SourceBadge;
import kiosk.desktop.widget.Words;
import kiosk.form.Entry;
import kiosk.form.Form;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What is on the form already, each value with its source and, where it may be changed, a button to change it. */
public final class KnownPage {
    private final Desk desk;
    private final Values values;
    private final Optional<Consumer<Field>> change;

    /** A page on which values are changed by {@code change}. */
    KnownPage(Desk desk, Consumer<Field> change) {
        this(desk, Optional.of(change));
    }

    private KnownPage(Desk desk, Optional<Consumer<Field>> change) {
        this.desk = desk;
        this.values = new Values(desk.texts(), desk.catalogue());
        this.change = change;
    }

    /** A page on which nothing is changed. */
    public static KnownPage toRead(Desk desk) {
        return new KnownPage(desk, Optional.empty());
    }

    Node rolled(Form form) {
        return new Roll(Parts.rows(rows(form)), desk.texts());
    }

    /** A row for each field that is asked and has a value. */
    public List<Node> rows(Form form) {
        List<Node> rows = new ArrayList<>();
        for (Field field : form.fieldsAsked()) {
            form.entry(field.name()).ifPresent(entry -> rows.add(row(field, entry)));
        }
        return rows;
    }

    private Node row(Field field, Entry entry) {
        SourceBadge badge = new SourceBadge(entry.source(), desk.texts());
        badge.setMinWidth(HBox.USE_PREF_SIZE);
        HBox head = new HBox(Words.words(desk.texts().say(field.label()), "label-of-value"), badge);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("entry-head");
        VBox said = new VBox(head, Words.words(values.shown(field, entry.value()), "value"));
        said.getStyleClass().add("entry");
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(said);
        row.setId("value-" + field.name());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        change.filter(it -> !field.fixed()).ifPresent(it -> row.getChildren().add(changing(field, it)));
        return row;
    }

    private BigButton changing(Field field, Consumer<Field> by) {
        BigButton button = BigButton.quiet("change-" + field.name(), desk.say("form.change"), () -> by.accept(field))
                .with(MaterialDesignP.PENCIL_OUTLINE);
        button.setMinWidth(HBox.USE_PREF_SIZE);
        return button;
    }
}
