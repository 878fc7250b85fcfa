package kiosk.visit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.catalogue.Surroundings;
import kiosk.device.DeviceKind;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.identity.Pin;
import kiosk.identity.SocialCard;
import kiosk.visit.VisitEvent.Back;
import kiosk.visit.VisitEvent.CardPutBack;
import kiosk.visit.VisitEvent.PinAnswered;
import kiosk.visit.VisitEvent.PinTyped;

/**
 * The citizen changes the PIN of the social-security card they were known by: the old one, the new one, the new one again. The card
 * stays in its reader. What was typed is wiped when the step is left, whatever the way; what the card is working with, afterwards.
 */
public record ChangingPin(Citizen citizen, SocialCard card, Stage stage) implements Visit {
    /** How many digits a new PIN has. */
    public static final int NEW_DIGITS = 6;

    /** How far the change is. */
    public sealed interface Stage {
        /** The PINs that have been typed. */
        default List<Pin> typed() {
            return List.of();
        }
    }

    /** The card is asked whether it has a PIN, and how many tries are left. */
    public record Looking() implements Stage {}

    /**
     * The old PIN is asked for.
     *
     * @param triesLeft how many wrong ones the card still takes; empty if it does not say
     * @param wrong the last one was wrong
     */
    public record AskingOld(OptionalInt triesLeft, boolean wrong) implements Stage {
        /** Whether one more wrong PIN closes the card. */
        public boolean last() {
            return triesLeft.orElse(0) == 1;
        }
    }

    /** The new PIN is asked for. */
    public record AskingNew(AskingOld before, Pin old, Optional<Remark> remark) implements Stage {
        @Override
        public List<Pin> typed() {
            return List.of(old);
        }
    }

    /** The new PIN is asked for once more. */
    public record AskingAgain(AskingOld before, Pin old, Pin fresh) implements Stage {
        @Override
        public List<Pin> typed() {
            return List.of(old, fresh);
        }
    }

    /** The card is changing its PIN: it must not be taken. */
    public record Working(Pin old, Pin fresh) implements Stage {
        @Override
        public List<Pin> typed() {
            return List.of(old, fresh);
        }
    }

    /** The card was taken, or another one was put in; nothing was changed. */
    public record CardAway(boolean another) implements Stage {}

    /** It has come to an end. */
    public record Ended(End end) implements Stage {}

    /** What is to be said about a new PIN; each is a sentence. */
    public enum Remark {
        /** The two were not the same. */
        DIFFERENT,
        /** It is the old one. */
        AS_BEFORE,
        /** Anybody would guess it. */
        TOO_SIMPLE
    }

    /** How it ended; each is a sentence. */
    public enum End {
        /** The new PIN holds. */
        CHANGED,
        /** Too many wrong PINs: the window opens the card again. */
        BLOCKED,
        /** The card's PIN cannot be changed here. */
        NOT_SUPPORTED,
        /** The card went away meanwhile: the old PIN holds, or the new one. */
        UNCERTAIN,
        /** The reader failed; the old PIN holds. */
        READER_BROKEN
    }

    /** Whether it can be begun: the citizen was known by a social-security card, and its reader works. */
    public static boolean possible(Citizen citizen, Surroundings surroundings) {
        return citizen.evidence() instanceof Evidence.BySocialCard
                && surroundings.usable().contains(DeviceKind.SOCIAL_CARD_READER);
    }

    static Transition begin(Citizen citizen, SocialCard card) {
        return new ChangingPin(citizen, card, new Looking()).looking();
    }

    /** Whether the card is at work: then there is nothing to be done but to wait for it. */
    public boolean busy() {
        return stage instanceof Working;
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public List<Effect> owed() {
        return busy() || stage.typed().isEmpty() ? List.of() : List.of(new Effect.WipePins(stage.typed()));
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (stage instanceof Working) {
            return onWorking(event);
        }
        if (Visit.goes(event)) {
            return leaving(Ending.of(citizen));
        }
        if (event instanceof VisitEvent.AnotherMatter) {
            return leaving(ChoosingItem.home(citizen));
        }
        if (event instanceof Back) {
            return back();
        }
        if (event instanceof CardPutBack && stage instanceof CardAway) {
            return looking();
        }
        return event instanceof PinTyped typed ? onPin(typed.pin()) : onLooking(event);
    }

    private Transition onPin(Pin pin) {
        if (stage instanceof AskingOld asking) {
            return to(new AskingNew(asking, pin, Optional.empty()));
        }
        if (stage instanceof AskingNew asking) {
            Optional<Remark> remark = remarkOn(pin, asking.old());
            return remark.isPresent()
                    ? to(new AskingNew(asking.before(), asking.old(), remark), pin)
                    : to(new AskingAgain(asking.before(), asking.old(), pin));
        }
        return stage instanceof AskingAgain asking ? onAgain(asking, pin) : to(stage, pin);
    }

    private static Optional<Remark> remarkOn(Pin fresh, Pin old) {
        if (fresh.sameAs(old)) {
            return Optional.of(Remark.AS_BEFORE);
        }
        return fresh.length() != NEW_DIGITS || fresh.isSimple() ? Optional.of(Remark.TOO_SIMPLE) : Optional.empty();
    }

    private Transition onAgain(AskingAgain asking, Pin again) {
        if (!again.sameAs(asking.fresh())) {
            return to(
                    new AskingNew(asking.before(), asking.old(), Optional.of(Remark.DIFFERENT)), asking.fresh(), again);
        }
        return to(new Working(asking.old(), asking.fresh()), again)
                .and(new Effect.ChangePin(card.cardId(), asking.old(), asking.fresh()));
    }

    private Transition onLooking(VisitEvent event) {
        if (!(stage instanceof Looking)) {
            return stay();
        }
        if (Visit.failed(event, Effect.AskPinTries.class)) {
            return to(new Ended(End.READER_BROKEN));
        }
        return event instanceof PinAnswered answered ? to(after(answered.outcome())) : stay();
    }

    private Transition onWorking(VisitEvent event) {
        if (Visit.failed(event, Effect.ChangePin.class)) {
            return to(new Ended(End.UNCERTAIN));
        }
        return event instanceof PinAnswered answered ? to(after(answered.outcome())) : stay();
    }

    private static Stage after(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Ready ready) {
            return new AskingOld(ready.triesLeft(), false);
        }
        if (outcome instanceof PinOutcome.WrongPin wrong) {
            return new AskingOld(wrong.triesLeft(), true);
        }
        if (outcome instanceof PinOutcome.NoCard || outcome instanceof PinOutcome.OtherCard) {
            return new CardAway(outcome instanceof PinOutcome.OtherCard);
        }
        return new Ended(end(outcome));
    }

    private static End end(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Changed) {
            return End.CHANGED;
        }
        if (outcome instanceof PinOutcome.Blocked) {
            return End.BLOCKED;
        }
        if (outcome instanceof PinOutcome.NotSupported) {
            return End.NOT_SUPPORTED;
        }
        return outcome instanceof PinOutcome.Broken ? End.READER_BROKEN : End.UNCERTAIN;
    }

    private Transition back() {
        if (stage instanceof AskingAgain asking) {
            return to(new AskingNew(asking.before(), asking.old(), Optional.empty()), asking.fresh());
        }
        if (stage instanceof AskingNew asking) {
            return to(asking.before(), asking.old());
        }
        return leaving(ChoosingItem.home(citizen));
    }

    private Transition looking() {
        return to(new Looking()).and(new Effect.AskPinTries(card.cardId()));
    }

    private Transition leaving(Transition next) {
        return owed().isEmpty() ? next : next.after(owed().get(0));
    }

    /** The next stage, with PINs that it needs no longer. */
    private Transition to(Stage next, Pin... needless) {
        Transition transition = Transition.to(new ChangingPin(citizen, card, next));
        return needless.length == 0 ? transition : transition.and(new Effect.WipePins(List.of(needless)));
    }

    @Override
    public String toString() {
        return "ChangingPin[" + stage.getClass().getSimpleName() + "]";
    }
}
