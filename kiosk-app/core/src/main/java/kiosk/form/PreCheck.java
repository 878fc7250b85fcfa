package kiosk.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Rule;
import kiosk.identity.Citizen;
import kiosk.identity.CitizenId;
import kiosk.identity.Evidence;

/** The item's own rules (预审), checked at the terminal over the whole form. */
public final class PreCheck {
    private PreCheck() {}

    /** What the rules find; empty when all hold. */
    public static List<Problem> problems(Form form, Citizen citizen, LocalDate today) {
        return form.item().rules().stream()
                .filter(rule -> !holds(rule, form, citizen, today))
                .map(rule -> new Problem(fieldOf(rule), Problem.Why.RULE, Optional.of(rule.message())))
                .toList();
    }

    private static boolean holds(Rule rule, Form form, Citizen citizen, LocalDate today) {
        if (rule instanceof Rule.AgeAtLeast age) {
            return ageOf(citizen, today).map(it -> it >= age.years()).orElse(true);
        }
        if (rule instanceof Rule.AgeBelow age) {
            return ageOf(citizen, today).map(it -> it < age.years()).orElse(true);
        }
        if (rule instanceof Rule.NotBefore order) {
            return inOrder(answer(form, order.earlier()), answer(form, order.field()));
        }
        if (rule instanceof Rule.Different different) {
            String value = answer(form, different.field());
            return value.isEmpty() || !value.equals(answer(form, different.other()));
        }
        return !(citizen.evidence() instanceof Evidence.ByIdCard by && by.card().expiredOn(today));
    }

    /** What is handed in for that field; a field that is not asked any more has no say. */
    private static String answer(Form form, String field) {
        return Optional.ofNullable(form.answers().get(field)).map(Entry::value).orElse("");
    }

    private static Optional<Integer> ageOf(Citizen citizen, LocalDate today) {
        return CitizenId.parse(citizen.number())
                .map(it -> Period.between(it.birthDate(), today).getYears());
    }

    private static boolean inOrder(String earlier, String later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return true;
        }
        try {
            return !LocalDate.parse(later).isBefore(LocalDate.parse(earlier));
        } catch (DateTimeException alreadyAProblemOfItsField) {
            return true;
        }
    }

    private static Optional<String> fieldOf(Rule rule) {
        if (rule instanceof Rule.NotBefore order) {
            return Optional.of(order.field());
        }
        return rule instanceof Rule.Different different ? Optional.of(different.field()) : Optional.empty();
    }
}
