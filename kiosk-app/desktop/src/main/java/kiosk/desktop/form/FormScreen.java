package kiosk.desktop.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import kiosk.catalogue.Field;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.SourceBadge;
import kiosk.desktop.widget.Words;
import kiosk.form.Entry;
import kiosk.form.Form;
import kiosk.form.Problem;
import kiosk.visit.FillingForm;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The form: first what is known already, then one page for each field that is still open. */
public final class FormScreen implements Screen<FillingForm> {
    private final Desk desk;
    private final Deque<Optional<String>> before = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private List<Problem> told = List.of();
    private Optional<Problem> problem = Optional.empty();
    private Optional<String> open = Optional.empty();
    private String draft = "";
    private Optional<Node> control = Optional.empty();
    private String controlled = "";
    private boolean begun;
    private boolean changing;

    /** The screen of a form that begins at its first page. */
    public FormScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(FillingForm visit, Surroundings surroundings) {
        Form form = visit.matter().form();
        begin(visit);
        listen(visit);
        Optional<Field> field = open.flatMap(form.item()::field);
        Picture picture = field.isPresent() ? page(form, field.get()) : known(form);
        return picture.back(desk.say("action.back"), this::back)
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private void begin(FillingForm visit) {
        Form form = visit.matter().form();
        if (!begun) {
            begun = true;
            visit.reached().ifPresent(field -> resume(form, field));
            open = form.answers().isEmpty() || visit.reached().isPresent() ? nextOpen(form) : Optional.empty();
        }
        String known = open.map(form::value).orElse("");
        if (draft.isEmpty() && !known.isEmpty()) {
            draft = known;
            control = Optional.empty();
        }
    }

    /** Behind the field that was reached, with what is known one page back; what was left empty before it is not asked again. */
    private void resume(Form form, String reached) {
        List<String> asked = form.fieldsAsked().stream().map(Field::name).toList();
        seen.addAll(asked.subList(0, asked.indexOf(reached) + 1));
        before.push(Optional.empty());
    }

    /** A problem the form was sent back with opens the field it is about. */
    private void listen(FillingForm visit) {
        if (!visit.problems().equals(told)) {
            told = visit.problems();
            problem = told.stream().findFirst();
            problem.flatMap(Problem::field)
                    .flatMap(visit.matter().item()::field)
                    .filter(it -> !it.fixed())
                    .ifPresent(it -> open(visit.matter().form(), Optional.of(it.name())));
        }
    }

    private Picture known(Form form) {
        List<Node> said = new ArrayList<>();
        said.add(Words.body(desk.say("form.known-what")));
        problem.ifPresent(it -> said.add(sentence(it)));
        Node explanation = Parts.explanation(desk.texts().say(form.item().title()), said.toArray(Node[]::new));
        Node rows = new KnownPage(desk, field -> change(form, field)).rolled(form);
        Picture picture = Picture.of("form-known", explanation, rows);
        Optional<String> next = nextOpen(form);
        return next.isPresent()
                ? picture.main(desk.say("form.go-on"), MaterialDesignA.ARROW_RIGHT, () -> turnTo(form, next))
                : picture.main(
                        desk.say("form.done"), MaterialDesignC.CHECK, () -> desk.tell(new VisitEvent.FormDone()));
    }

    private Picture page(Form form, Field field) {
        List<Node> said = new ArrayList<>();
        said.add(Words.aside(desk.texts().say(form.item().title())));
        field.hint().ifPresent(it -> said.add(Words.body(desk.texts().say(it))));
        form.entry(field.name())
                .filter(it -> it.value().equals(draft))
                .map(Entry::source)
                .ifPresent(it -> said.add(new SourceBadge(it, desk.texts())));
        problem.ifPresent(it -> said.add(sentence(it)));
        String title = field.required()
                ? desk.texts().say(field.label())
                : desk.say("form.optional", desk.texts().say(field.label()));
        Node explanation = Parts.explanation(title, said.toArray(Node[]::new));
        return Picture.of("form-" + field.name(), explanation, control(field))
                .main(desk.say("action.next"), MaterialDesignA.ARROW_RIGHT, () -> done(form, field));
    }

    /** The control stays while its page does: what is half typed is not lost when the page is drawn again. */
    private Node control(Field field) {
        String page = field.name() + desk.texts().language().tag();
        if (control.isEmpty() || !page.equals(controlled)) {
            controlled = page;
            control = Optional.of(new FieldControl(desk, value -> draft = value).of(field, draft));
        }
        return control.get();
    }

    private Notice sentence(Problem what) {
        boolean ofTheWholeForm =
                what.why() == Problem.Why.OUTDATED && what.field().isEmpty();
        String sentence = what.message()
                .map(desk.texts()::say)
                .orElseGet(() -> ofTheWholeForm
                        ? desk.say("form.outdated")
                        : desk.texts().say(what.why()));
        return new Notice(Notice.Kind.MUST, sentence);
    }

    private void change(Form form, Field field) {
        changing = true;
        turnTo(form, Optional.of(field.name()));
    }

    private void turnTo(Form form, Optional<String> page) {
        before.push(open);
        problem = Optional.empty();
        open(form, page);
        desk.redraw();
    }

    private void open(Form form, Optional<String> page) {
        open = page;
        draft = page.map(form::value).orElse("");
        control = Optional.empty();
    }

    private void done(Form form, Field field) {
        Form filled = form.with(field.name(), draft);
        problem = filled.problems(desk.today(), desk.catalogue()).stream()
                .filter(it -> it.field().equals(Optional.of(field.name())))
                .findFirst();
        if (problem.isPresent()) {
            desk.redraw();
            return;
        }
        seen.add(field.name());
        VisitEvent value = new VisitEvent.FieldFilled(field.name(), draft);
        Optional<String> next = changing ? Optional.empty() : nextOpen(filled);
        if (!changing && next.isEmpty()) {
            told = List.of();
            desk.tell(value, new VisitEvent.FormDone());
            return;
        }
        desk.tell(value);
        if (changing) {
            changing = false;
            problem = Optional.empty();
            open(filled, before.isEmpty() ? Optional.empty() : before.pop());
            desk.redraw();
        } else {
            turnTo(filled, next);
        }
    }

    private Optional<String> nextOpen(Form form) {
        return form.fieldsAsked().stream()
                .map(Field::name)
                .filter(it -> form.value(it).isEmpty() && !seen.contains(it))
                .findFirst();
    }

    private void back() {
        changing = false;
        if (before.isEmpty()) {
            desk.tell(new VisitEvent.Back());
            return;
        }
        problem = Optional.empty();
        open = before.pop();
        draft = "";
        control = Optional.empty();
        desk.redraw();
    }
}
