package kiosk.demo.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kiosk.form.Form;
import kiosk.form.Provenance;
import kiosk.visit.runner.Shown;

/** Fills the page of a form that is open, by touch and on the terminal's own keyboard. */
final class FormFiller {
    private final Fingertip finger;
    private final Supplier<Shown> shown;

    FormFiller(Fingertip finger, Supplier<Shown> shown) {
        this.finger = finger;
        this.shown = shown;
    }

    /** Fills what is open, unless that only shows what is known, and goes on to the next page. */
    void fillsOnePage() throws InterruptedException {
        Optional<String> field = finger.idsBeginning("field-").stream().findFirst();
        if (field.isPresent()) {
            type(Playbook.words(field.get().substring("field-".length())));
        } else if (finger.idsBeginning("value-").isEmpty()) {
            choose();
        }
        String page = page();
        finger.press("main-action");
        waitForNewPage(page);
    }

    private void choose() throws InterruptedException {
        List<String> options = without("option-");
        if (!options.isEmpty()) {
            finger.press("option-" + Playbook.option(options));
        } else if (!without("place-").isEmpty()) {
            finger.press("place-" + Playbook.place(without("place-")));
        } else if (finger.sees("key-last-12")) {
            finger.press("key-last-12");
        } else {
            chooseDate();
        }
    }

    /** Takes the last year, month and day that can be touched, one after the other, from the part that is open. */
    private void chooseDate() throws InterruptedException {
        List<String> parts = List.of("year-", "month-", "day-");
        Eye.until(() -> parts.stream().anyMatch(it -> !cells(it).isEmpty()));
        for (String part : parts) {
            List<String> cells = cells(part);
            if (!cells.isEmpty()) {
                finger.press(part + cells.get(cells.size() - 1));
            }
        }
    }

    private List<String> cells(String part) {
        return without(part).stream().filter(it -> it.matches("[0-9]+")).toList();
    }

    private List<String> without(String beginning) {
        return finger.idsBeginning(beginning).stream()
                .map(it -> it.substring(beginning.length()))
                .toList();
    }

    private void type(String words) throws InterruptedException {
        if (!finger.sees("key-" + words.charAt(0))) {
            spell();
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            finger.press("key-" + words.charAt(i));
        }
    }

    /** Writes a word by pinyin, taking the first that is offered. */
    private void spell() throws InterruptedException {
        for (String key : List.of("key-b", "key-e", "key-i")) {
            finger.press(key);
        }
        if (!Eye.until(() -> !finger.idsBeginning("candidate-").isEmpty())) {
            throw new IllegalStateException("the keyboard offers no word");
        }
        finger.press(finger.idsBeginning("candidate-").get(0));
    }

    /** How many of a form's values did not have to be entered. */
    int prefilled(Form form) {
        return (int) form.answers().values().stream()
                .filter(it -> it.source() != Provenance.CITIZEN)
                .count();
    }

    private String page() {
        return shown.get().visit().getClass().getSimpleName()
                + finger.text("title").orElse("");
    }

    void waitForNewPage() throws InterruptedException {
        finger.settles();
    }

    private void waitForNewPage(String before) throws InterruptedException {
        if (!Eye.until(() -> !page().equals(before))) {
            throw new IllegalStateException("the form stays on the page " + before);
        }
    }
}
