package kiosk.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.identity.Citizen;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.visit.NotDone.Why;
import kiosk.visit.VisitEvent.OrderMade;
import kiosk.visit.VisitEvent.OrderSeen;

/**
 * The citizen pays. The submission is on disk, held, before the code is shown; leaving abandons it, and then the courier finds out
 * whether the money came after all.
 *
 * @param number the number under which it is held
 * @param order the order whose code is shown
 */
public record Paying(Matter matter, Optional<SubmissionNumber> number, Optional<Order> order) implements Visit {
    @Override
    public Optional<Citizen> whose() {
        return Optional.of(matter.citizen());
    }

    @Override
    public Optional<SubmissionId> about() {
        return Optional.of(matter.id());
    }

    @Override
    public Set<Effect> standing() {
        return order.isPresent() ? Set.of(new Effect.WatchOrder(matter.id())) : Set.of();
    }

    @Override
    public List<Effect> owed() {
        return List.of(new Effect.Abandon(matter.id()));
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof OrderMade made && number.isEmpty()) {
            return onOrder(made);
        }
        if (event instanceof OrderSeen seen && order.isPresent()) {
            return onState(seen.state());
        }
        if (Visit.failed(event, Effect.MakeOrder.class) || Visit.failed(event, Effect.WatchOrder.class)) {
            return givenUp(Why.PAYMENT_BROKEN);
        }
        if (event instanceof VisitEvent.Back) {
            return givenUp(Why.NOT_PAID);
        }
        return Visit.goes(event) ? Ending.of(matter.citizen()).after(new Effect.Abandon(matter.id())) : stay();
    }

    private Transition onOrder(OrderMade made) {
        if (made.held() instanceof Outbox.NotAccepted not) {
            return Transition.to(NotDone.of(matter, Why.of(not.why())));
        }
        Optional<SubmissionNumber> held = Optional.of(((Outbox.Accepted) made.held()).number());
        if (made.order() instanceof Answer.Answered<Order> answered) {
            Paying shown = new Paying(matter, held, Optional.of(answered.value()));
            return answered.value().state() == Order.State.OPEN
                    ? Transition.to(shown)
                    : shown.onState(answered.value().state());
        }
        return givenUp(Why.LINE_DOWN);
    }

    private Transition onState(Order.State state) {
        return switch (state) {
            case OPEN -> stay();
            case PAID, SETTLED ->
                Transition.to(
                        new Submitting(matter, number),
                        new Effect.Release(matter.id()),
                        new Effect.AwaitDelivery(matter.id()));
            case CANCELLED -> givenUp(Why.NOT_PAID);
            case REFUNDED -> givenUp(Why.REFUNDED);
        };
    }

    private Transition givenUp(Why why) {
        return Transition.to(NotDone.of(matter, why), new Effect.Abandon(matter.id()));
    }
}
