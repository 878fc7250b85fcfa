package kiosk.visit;

import java.util.List;
import java.util.Optional;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.identity.Citizen;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.visit.Collecting.What;
import kiosk.visit.NotDone.Why;
import kiosk.visit.VisitEvent.DeliveryKnown;
import kiosk.visit.VisitEvent.Queued;

/**
 * What was handed in goes to disk, and then, as far as the line allows within a short wait, to the platform. It cannot be left: it
 * ends by itself.
 *
 * @param number present once it is on disk
 */
public record Submitting(Matter matter, Optional<SubmissionNumber> number) implements Visit {
    @Override
    public Optional<Citizen> whose() {
        return Optional.of(matter.citizen());
    }

    @Override
    public Optional<SubmissionId> about() {
        return Optional.of(matter.id());
    }

    /** Whether it reached the disk is not known before there is a number, and without a number nothing must be handed in. */
    @Override
    public List<Effect> owed() {
        return number.isPresent() ? List.of() : List.of(new Effect.Abandon(matter.id()));
    }

    /** What could not be released is abandoned: then the courier asks what became of the money, and releases what is paid. */
    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof Queued queued && number.isEmpty()) {
            return onQueued(queued.acceptance());
        }
        if (event instanceof DeliveryKnown known && number.isPresent()) {
            return onDelivery(known.delivery(), number.get(), moment);
        }
        if (Visit.failed(event, Effect.AwaitDelivery.class) && number.isPresent()) {
            return onSilence(number.get(), moment);
        }
        if (Visit.failed(event, Effect.Release.class)) {
            return Transition.to(this, new Effect.Abandon(matter.id()));
        }
        return Visit.failed(event, Effect.Queue.class) && number.isEmpty()
                ? Transition.to(NotDone.of(matter, Why.QUEUE_BROKEN), new Effect.Abandon(matter.id()))
                : stay();
    }

    private Transition onQueued(Outbox.Acceptance acceptance) {
        if (acceptance instanceof Outbox.Accepted accepted) {
            return Transition.to(
                    new Submitting(matter, Optional.of(accepted.number())), new Effect.AwaitDelivery(matter.id()));
        }
        return Transition.to(NotDone.of(matter, Why.of(((Outbox.NotAccepted) acceptance).why())));
    }

    private Transition onDelivery(Outbox.Delivery delivery, SubmissionNumber known, Moment moment) {
        if (delivery instanceof Outbox.Delivered delivered) {
            Handed handed = new Handed(matter, known, Optional.of(delivered.receipt()), moment.time());
            return Collecting.of(handed, matter.item().kind() == Kind.CERTIFICATE ? What.DOCUMENT : What.RECEIPT);
        }
        if (delivery instanceof Outbox.SentBack sentBack) {
            Matter mended = matter.renewed(moment.freshId(), known);
            return Transition.to(new FillingForm(mended, sentBack.problems()), new Effect.Abandon(matter.id()));
        }
        if (delivery instanceof Outbox.Refused) {
            return Transition.to(NotDone.of(matter, Why.REFUSED), new Effect.Abandon(matter.id()));
        }
        if (delivery instanceof Outbox.GivenUp) {
            return Transition.to(NotDone.of(matter, Why.REFUNDED));
        }
        return onSilence(known, moment);
    }

    /** The answer may be what was lost, and not the submission: then the document waits for its holder. */
    private Transition onSilence(SubmissionNumber known, Moment moment) {
        if (matter.item().kind() == Kind.CERTIFICATE && matter.item().offline() == OfflineRule.NEVER) {
            return Transition.to(NotDone.of(matter, Why.MAY_HAVE_ARRIVED), new Effect.Abandon(matter.id()));
        }
        return Collecting.of(new Handed(matter, known, Optional.empty(), moment.time()), What.RECEIPT);
    }
}
