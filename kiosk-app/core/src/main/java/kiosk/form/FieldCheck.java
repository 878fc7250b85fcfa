package kiosk.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Field;
import kiosk.catalogue.Field.Option;
import kiosk.form.Problem.Why;
import kiosk.identity.CitizenId;

/** Checks one value against what its field takes. */
final class FieldCheck {
    private FieldCheck() {}

    static Optional<Problem> problem(Field field, String value, LocalDate today, Catalogue catalogue) {
        if (value.isBlank()) {
            return field.required() ? Optional.of(Problem.of(field.name(), Why.MISSING)) : Optional.empty();
        }
        return whyNot(field.kind(), value, today, catalogue).map(why -> Problem.of(field.name(), why));
    }

    private static Optional<Why> whyNot(Field.Kind kind, String value, LocalDate today, Catalogue catalogue) {
        if (kind instanceof Field.FreeText text) {
            return unless(value.codePointCount(0, value.length()) <= text.longest() && printable(value), Why.LENGTH);
        }
        if (kind instanceof Field.Phone) {
            return unless(value.matches("1[3-9][0-9]{9}"), Why.NOT_A_PHONE);
        }
        if (kind instanceof Field.Digits digits) {
            return unless(value.matches("[0-9]{" + digits.fewest() + "," + digits.most() + "}"), Why.LENGTH);
        }
        if (kind instanceof Field.CitizenNumber) {
            return unless(belongsToSomeone(value, today), Why.NOT_A_NUMBER);
        }
        if (kind instanceof Field.Choice choice) {
            return unless(codesOf(choice.options()).contains(value), Why.NOT_AN_OPTION);
        }
        if (kind instanceof Field.Choices choices) {
            return unless(inDeclaredOrder(value, codesOf(choices.options())), Why.NOT_AN_OPTION);
        }
        if (kind instanceof Field.Place) {
            return unless(catalogue.place(value).isPresent(), Why.NOT_AN_OPTION);
        }
        return whyNotInTime(kind, value, today);
    }

    private static Optional<Why> whyNotInTime(Field.Kind kind, String value, LocalDate today) {
        try {
            YearMonth month = YearMonth.from(today);
            if (kind instanceof Field.Day day) {
                LocalDate entered = LocalDate.parse(value);
                return unless(
                        !entered.isBefore(today.minusDays(day.daysBack()))
                                && !entered.isAfter(today.plusDays(day.daysAhead())),
                        Why.OUT_OF_RANGE);
            }
            if (kind instanceof Field.Month near) {
                return within(
                        YearMonth.parse(value),
                        month.minusMonths(near.monthsBack()),
                        month.plusMonths(near.monthsAhead()));
            }
            if (kind instanceof Field.MonthRange range) {
                return rangeWithin(value.split("/", -1), month.minusMonths(range.monthsBack()), month);
            }
        } catch (DateTimeException notADate) {
            return Optional.of(Why.NO_SUCH_DAY);
        }
        throw new IllegalStateException(
                "a kind of field without a check: " + kind.getClass().getSimpleName());
    }

    private static Optional<Why> rangeWithin(String[] ends, YearMonth earliest, YearMonth latest) {
        if (ends.length != 2) {
            return Optional.of(Why.NO_SUCH_DAY);
        }
        YearMonth from = YearMonth.parse(ends[0]);
        YearMonth to = YearMonth.parse(ends[1]);
        return to.isBefore(from)
                ? Optional.of(Why.OUT_OF_RANGE)
                : within(from, earliest, latest).or(() -> within(to, earliest, latest));
    }

    private static Optional<Why> within(YearMonth entered, YearMonth earliest, YearMonth latest) {
        return unless(!entered.isBefore(earliest) && !entered.isAfter(latest), Why.OUT_OF_RANGE);
    }

    private static boolean belongsToSomeone(String number, LocalDate today) {
        return CitizenId.parse(number)
                .filter(it -> !it.birthDate().isAfter(today))
                .isPresent();
    }

    private static List<String> codesOf(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }

    private static boolean inDeclaredOrder(String value, List<String> codes) {
        List<String> chosen = Arrays.asList(value.split(",", -1));
        return chosen.equals(codes.stream().filter(chosen::contains).toList());
    }

    /** Nothing that a screen or a printer would obey instead of showing it, and no half of a surrogate pair. */
    private static boolean printable(String value) {
        return value.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        });
    }

    private static Optional<Why> unless(boolean fine, Why why) {
        return fine ? Optional.empty() : Optional.of(why);
    }
}
