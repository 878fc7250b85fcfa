package kiosk.desktop.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Field;
import kiosk.catalogue.Field.Option;
import kiosk.catalogue.Prefill;
import kiosk.desktop.widget.Texts;

/** A form's values as one reads them: options by their labels, days and places in words. */
public final class Values {
    private final Texts texts;
    private final Catalogue catalogue;

    /** Values in the language spoken, with the places of the catalogue. */
    public Values(Texts texts, Catalogue catalogue) {
        this.texts = texts;
        this.catalogue = catalogue;
    }

    /** A field's value in words; a number that came with the card is masked, for who stands behind may read along. */
    public String shown(Field field, String value) {
        Field.Kind kind = field.kind();
        if (value.isEmpty()) {
            return texts.say("form.empty");
        }
        if (field.prefill().filter(it -> it == Prefill.CARD_NUMBER).isPresent() && value.length() == 18) {
            return value.substring(0, 3) + "***********" + value.substring(14);
        }
        if (kind instanceof Field.Choice choice) {
            return label(choice.options(), value);
        }
        if (kind instanceof Field.Choices choices) {
            return Arrays.stream(value.split(",", -1))
                    .map(it -> label(choices.options(), it))
                    .collect(Collectors.joining(texts.say("list.separator")));
        }
        if (kind instanceof Field.Place) {
            return catalogue.place(value).map(it -> texts.say(it.name())).orElse(value);
        }
        return inTime(kind, value);
    }

    private String inTime(Field.Kind kind, String value) {
        try {
            if (kind instanceof Field.Day) {
                return day(LocalDate.parse(value));
            }
            if (kind instanceof Field.Month) {
                return month(value);
            }
            if (kind instanceof Field.MonthRange) {
                String[] ends = value.split("/", -1);
                return texts.say("date.range", month(ends[0]), month(ends[ends.length - 1]));
            }
        } catch (DateTimeException notADate) {
            return value;
        }
        return value;
    }

    /** A day in words. */
    public String day(LocalDate day) {
        return texts.say("date.full-day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private String month(String value) {
        YearMonth month = YearMonth.parse(value);
        return texts.say("date.full-month", month.getYear(), month.getMonthValue());
    }

    private String label(List<Option> options, String code) {
        return options.stream()
                .filter(it -> it.code().equals(code))
                .map(it -> texts.say(it.label()))
                .findFirst()
                .orElse(code);
    }
}
