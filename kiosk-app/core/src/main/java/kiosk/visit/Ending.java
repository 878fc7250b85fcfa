package kiosk.visit;

import java.util.Set;
import kiosk.device.DeviceKind;
import kiosk.device.Presence;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.submission.Matter;
import kiosk.visit.VisitEvent.CardSeen;

/**
 * The visit is over and forgotten; only a card may still lie on its reader, and is announced until it is taken.
 *
 * @param reader where the card was laid
 * @param last what the reader said last
 */
public record Ending(DeviceKind reader, Presence last) implements Visit {
    static Transition of(Citizen citizen) {
        return after(citizen.evidence());
    }

    /** The end of a matter that was not handed in: by silence what is kept of it stays, by the citizen's own choice nothing does. */
    static Transition of(Matter unfinished, VisitEvent leaving) {
        Transition end = of(unfinished.citizen());
        return leaving instanceof VisitEvent.Quit
                ? Resumption.forgetting(
                        end, unfinished.citizen(), unfinished.item().code())
                : end;
    }

    static Transition after(Evidence evidence) {
        if (evidence instanceof Evidence.ByCode) {
            return Transition.to(new Idle());
        }
        boolean resident = evidence instanceof Evidence.ByIdCard;
        return Transition.to(
                new Ending(resident ? DeviceKind.ID_CARD_READER : DeviceKind.SOCIAL_CARD_READER, Presence.UNKNOWN));
    }

    @Override
    public Set<Effect> standing() {
        Effect watch = new Effect.WatchCard(reader, last);
        return last == Presence.THERE ? Set.of(watch, new Effect.Announce(Announcer.Left.CARD)) : Set.of(watch);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof CardSeen seen) {
            return Transition.to(seen.presence() == Presence.THERE ? new Ending(reader, Presence.THERE) : new Idle());
        }
        return Visit.failed(event, Effect.WatchCard.class) ? Transition.to(new Idle()) : stay();
    }
}
