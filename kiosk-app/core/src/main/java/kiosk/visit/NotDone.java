package kiosk.visit;

import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.identity.Citizen;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;

/** A matter could not be finished: what happened to it, and what to do. */
public record NotDone(Citizen citizen, Optional<ServiceItem> item, Why why) implements Visit {
    /** Why; each is a sentence that says first what happened to the matter. */
    public enum Why {
        /** The department did not answer in time; nothing was handed in. */
        LINE_DOWN,
        /** The line broke after it was on its way; whether it arrived is not known. */
        MAY_HAVE_ARRIVED,
        /** The terminal takes nothing more; nothing was handed in. */
        QUEUE_FULL,
        /** The terminal's store failed; nothing was handed in. */
        QUEUE_BROKEN,
        /** The citizen did not pay; should money come after all, the matter is handed in or the money goes back. */
        NOT_PAID,
        /** The money went back; nothing was handed in. */
        REFUNDED,
        /** The department refused it for good; nothing is handed in, and money that came goes back. */
        REFUSED,
        /** Watching the payment failed; should money come after all, the matter is handed in or the money goes back. */
        PAYMENT_BROKEN,
        /** The document waits, but no printer can print it now. */
        PRINTER_AWAY;

        static Why of(Outbox.Why why) {
            return switch (why) {
                case NEARLY_FULL, FULL -> QUEUE_FULL;
                case BROKEN, NOT_SEALED -> QUEUE_BROKEN;
            };
        }
    }

    static NotDone of(Matter matter, Why why) {
        return new NotDone(matter.citizen(), Optional.of(matter.item()), why);
    }

    /** What is being filled in cannot be handed in here now: that is said before more work is put into it, and its draft is kept. */
    static Optional<Transition> whereTheQueueIsShut(Matter matter, Moment moment) {
        return switch (moment.surroundings().queue()) {
            case OPEN, NEARLY_FULL -> Optional.empty();
            case FULL -> Optional.of(Transition.to(of(matter, Why.QUEUE_FULL)));
            case CLOSED -> Optional.of(Transition.to(of(matter, Why.QUEUE_BROKEN)));
        };
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.AnotherMatter) {
            return ChoosingItem.home(citizen);
        }
        return Visit.goes(event) ? Ending.of(citizen) : stay();
    }
}
