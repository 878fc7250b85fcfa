package kiosk.desktop.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Field;
import kiosk.desktop.Desk;
import kiosk.desktop.entry.ChoiceTiles;
import kiosk.desktop.entry.DayPicker;
import kiosk.desktop.entry.InputLine;
import kiosk.desktop.entry.Keyboard;
import kiosk.desktop.entry.MonthPicker;
import kiosk.desktop.entry.PlacePicker;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.widget.Roll;

/** The control by which each kind of field is filled. */
final class FieldControl {
    private static final int NEAR = 400;
    private static final int PHONE = 11;
    private static final int CITIZEN_NUMBER = 18;

    private final Desk desk;
    private final Consumer<String> changed;

    FieldControl(Desk desk, Consumer<String> changed) {
        this.desk = desk;
        this.changed = changed;
    }

    /** The control of a field, holding a value. */
    Node of(Field field, String value) {
        Field.Kind kind = field.kind();
        if (kind instanceof Field.Choice choice) {
            return rolled(
                    ChoiceTiles.one(choice.options(), desk.texts(), changed).holding(value));
        }
        if (kind instanceof Field.Choices choices) {
            return rolled(ChoiceTiles.several(choices.options(), desk.texts(), changed)
                    .holding(value));
        }
        if (kind instanceof Field.Place) {
            return rolled(new PlacePicker(desk.catalogue(), desk.texts(), changed).holding(value));
        }
        if (kind instanceof Field.Day || kind instanceof Field.Month || kind instanceof Field.MonthRange) {
            return inTime(kind, value);
        }
        return typed(field, value);
    }

    private Node day(Field.Day day, String value) {
        LocalDate today = desk.today();
        DayPicker picker =
                new DayPicker(today.minusDays(day.daysBack()), today.plusDays(day.daysAhead()), desk.texts(), changed);
        return day.daysBack() + day.daysAhead() <= NEAR
                ? picker.openAt(YearMonth.from(today)).holding(value)
                : picker.holding(value);
    }

    private Node inTime(Field.Kind kind, String value) {
        YearMonth month = YearMonth.from(desk.today());
        if (kind instanceof Field.Day day) {
            return day(day, value);
        }
        if (kind instanceof Field.Month near) {
            return MonthPicker.month(
                            month.minusMonths(near.monthsBack()),
                            month.plusMonths(near.monthsAhead()),
                            desk.texts(),
                            changed)
                    .holding(value);
        }
        int back = ((Field.MonthRange) kind).monthsBack();
        return MonthPicker.range(month.minusMonths(back), month, desk.texts(), changed)
                .holding(value);
    }

    private Node typed(Field field, String value) {
        InputLine line = new InputLine("field-" + field.name(), longest(field.kind()), changed);
        line.hold(value);
        line.prompting(desk.say("form.type-here"));
        Region apart = new Region();
        VBox.setVgrow(apart, Priority.SOMETIMES);
        apart.setMaxHeight(40);
        return Parts.work(line, apart, keyboard(field.kind(), line));
    }

    private Keyboard keyboard(Field.Kind kind, InputLine line) {
        if (kind instanceof Field.CitizenNumber) {
            return Keyboard.identityNumber(line, desk.texts());
        }
        return kind instanceof Field.FreeText ? Keyboard.text(line, desk.texts()) : Keyboard.digits(line, desk.texts());
    }

    private static int longest(Field.Kind kind) {
        if (kind instanceof Field.FreeText text) {
            return text.longest();
        }
        if (kind instanceof Field.Digits digits) {
            return digits.most();
        }
        return kind instanceof Field.Phone ? PHONE : CITIZEN_NUMBER;
    }

    private Node rolled(Node control) {
        return new Roll(control, desk.texts());
    }
}
