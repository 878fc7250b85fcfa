package kiosk.visit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Field;
import kiosk.catalogue.Prefill;
import kiosk.form.Form;
import kiosk.form.Problem;
import kiosk.form.Provenance;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.SubmissionId;
import kiosk.visit.VisitEvent.Back;
import kiosk.visit.VisitEvent.FieldFilled;
import kiosk.visit.VisitEvent.FormDone;
import kiosk.visit.VisitEvent.PrefillFound;

/**
 * The citizen fills the form.
 *
 * @param problems what was found wrong when the form was last said to be done, or when it was taken up again
 * @param reached the field furthest on that was passed; a form that is taken up again opens behind it
 */
public record FillingForm(Matter matter, List<Problem> problems, Optional<String> reached) implements Visit {
    /** Keeps the list from changing. */
    public FillingForm {
        problems = List.copyOf(problems);
    }

    /** A form of which no field was passed yet. */
    public FillingForm(Matter matter, List<Problem> problems) {
        this(matter, problems, Optional.empty());
    }

    static Transition begin(Matter matter, List<Problem> problems, Optional<String> reached, Moment moment) {
        if (matter.form().fieldsAsked().isEmpty()) {
            return Route.afterForm(matter);
        }
        FillingForm step = new FillingForm(fromCard(matter, moment), problems, reached);
        boolean platformKnows = matter.item().fields().stream()
                .anyMatch(it -> it.prefill().map(Prefill::fromPlatform).orElse(false));
        return matter.citizen()
                .session()
                .filter(session -> platformKnows)
                .map(session -> Transition.to(step, new Effect.FetchPrefill(session, matter.item())))
                .orElseGet(() -> Transition.to(step));
    }

    /** The matter with what the card says in its form. */
    static Matter fromCard(Matter matter, Moment moment) {
        Citizen citizen = matter.citizen();
        return matter.with(matter.form()
                .prefilled(fromCard(citizen), prefill -> sourceOf(citizen), moment.today(), moment.catalogue()));
    }

    @Override
    public Optional<Draft> draft() {
        return Draft.of(matter, Draft.At.FORM, reached);
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(matter.citizen());
    }

    @Override
    public Optional<SubmissionId> about() {
        return Optional.of(matter.id());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof FieldFilled filled) {
            return mayFill(filled.field()) ? Transition.to(filled(filled)) : stay();
        }
        if (event instanceof PrefillFound found
                && found.item().equals(matter.item().code())) {
            Form form = matter.form().prefilled(found.known(), moment.today(), moment.catalogue());
            return Transition.to(new FillingForm(matter.with(form), problems, reached));
        }
        if (event instanceof FormDone) {
            List<Problem> found = matter.form().problems(moment.today(), moment.catalogue());
            return found.isEmpty()
                    ? NotDone.whereTheQueueIsShut(matter, moment).orElseGet(() -> Route.afterForm(matter))
                    : Transition.to(new FillingForm(matter, found, reached));
        }
        if (event instanceof Back) {
            return Transition.to(new Informing(matter.citizen(), matter.item(), Optional.of(matter)));
        }
        return Visit.goes(event) ? Ending.of(matter, event) : stay();
    }

    private FillingForm filled(FieldFilled filled) {
        List<Problem> others = problems.stream()
                .filter(it -> !it.field().equals(Optional.of(filled.field())))
                .toList();
        return new FillingForm(
                matter.with(matter.form().with(filled.field(), filled.value())), others, further(filled.field()));
    }

    private Optional<String> further(String passed) {
        List<String> names = matter.item().fields().stream().map(Field::name).toList();
        int before = reached.map(names::indexOf).orElse(-1);
        return Optional.of(names.indexOf(passed) > before ? passed : names.get(before));
    }

    private boolean mayFill(String name) {
        Optional<Field> field = matter.item().field(name);
        return field.isPresent()
                && !(field.get().fixed() && matter.form().entry(name).isPresent());
    }

    private static Provenance sourceOf(Citizen citizen) {
        return citizen.evidence() instanceof Evidence.ByCode ? Provenance.PLATFORM : Provenance.CARD;
    }

    private static Map<Prefill, String> fromCard(Citizen citizen) {
        Map<Prefill, String> known = new EnumMap<>(Prefill.class);
        known.put(Prefill.CARD_NAME, citizen.name());
        known.put(Prefill.CARD_NUMBER, citizen.number());
        if (citizen.evidence() instanceof Evidence.ByIdCard by) {
            known.put(Prefill.CARD_SEX, String.valueOf(by.card().sex().code()));
            known.put(Prefill.CARD_BIRTH_DATE, by.card().birthDate().toString());
            known.put(Prefill.CARD_ADDRESS, by.card().address());
        }
        if (citizen.evidence() instanceof Evidence.BySocialCard by) {
            known.put(Prefill.CARD_SEX, String.valueOf(by.card().sex().code()));
            known.put(Prefill.CARD_BIRTH_DATE, by.card().number().birthDate().toString());
        }
        return known;
    }
}
