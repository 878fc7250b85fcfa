package kiosk.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Material;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.submission.Matter;
import kiosk.submission.Submission;

/** Which step follows and precedes which; it follows from the item's declaration alone. */
final class Route {
    private Route() {}

    static Transition afterForm(Matter matter) {
        return matter.materialsAsked().isEmpty() ? afterMaterials(matter) : gathering(matter);
    }

    static Transition gathering(Matter matter) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Material material : matter.materialsAsked()) {
            material.certificateKind().ifPresent(kind -> kinds.put(material.name(), kind));
        }
        GatheringMaterials step = GatheringMaterials.begun(matter, Map.of());
        return matter.citizen()
                .session()
                .filter(session -> !kinds.isEmpty())
                .map(session -> Transition.to(step, new Effect.FindCertificates(session, kinds)))
                .orElseGet(() -> Transition.to(step));
    }

    static Transition afterMaterials(Matter matter) {
        return Transition.to(signs(matter) ? new Signing(matter) : new Reviewing(matter, List.of()));
    }

    static Transition beforeSigning(Matter matter) {
        return matter.materialsAsked().isEmpty()
                ? Transition.to(new FillingForm(matter, List.of()))
                : gathering(matter);
    }

    static Transition beforeReview(Matter matter) {
        return signs(matter) ? Transition.to(new Signing(matter)) : beforeSigning(matter);
    }

    static Transition handIn(Matter matter, Moment moment) {
        Submission submission = matter.handedIn(moment.time());
        return submission
                .feeInFen()
                .map(fen -> Transition.to(
                        new Paying(matter, Optional.empty(), Optional.empty()), new Effect.MakeOrder(submission, fen)))
                .orElseGet(() -> Transition.to(new Submitting(matter, Optional.empty()), new Effect.Queue(submission)));
    }

    /** Only applications are signed: a certificate asks for what the department knows, a payment is signed by paying. */
    private static boolean signs(Matter matter) {
        return matter.item().kind() == Kind.APPLICATION;
    }
}
