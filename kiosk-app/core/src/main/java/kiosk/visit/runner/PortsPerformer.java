package kiosk.visit.runner;

import java.util.Optional;
import java.util.function.Consumer;
import kiosk.identity.Pin;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;

/** Performs each effect through its port. */
public final class PortsPerformer implements EffectPerformer {
    private final Ports ports;
    private final Counter counter;
    private final Press press;
    private final BackOffice office;

    /** A performer over these ports. */
    public PortsPerformer(Ports ports, Patience patience) {
        this.ports = ports;
        this.counter = new Counter(ports, patience);
        this.press = new Press(ports, patience);
        this.office = new BackOffice(ports, patience);
    }

    @Override
    public Optional<VisitEvent> perform(Effect effect, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        return effect instanceof Effect.Ordered ordered ? ordered(ordered) : atCounter(effect, meanwhile);
    }

    private Optional<VisitEvent> ordered(Effect.Ordered effect) throws InterruptedException {
        if (effect instanceof Effect.Queue queue) {
            return Optional.of(office.queue(queue.submission()));
        }
        if (effect instanceof Effect.MakeOrder make) {
            return Optional.of(office.makeOrder(make));
        }
        if (effect instanceof Effect.Release release) {
            ports.outbox().release(release.id());
        } else if (effect instanceof Effect.Abandon abandon) {
            ports.outbox().abandon(abandon.id());
        } else if (effect instanceof Effect.Rate rate) {
            if (ports.outbox().rate(rate.rating()) instanceof Outbox.Accepted) {
                ports.journal().note(Occurrence.RATED);
            }
        }
        return onDraft(effect);
    }

    private Optional<VisitEvent> onDraft(Effect.Ordered effect) throws InterruptedException {
        if (effect instanceof Effect.KeepDraft keep) {
            ports.drafts().keep(keep.draft());
            return Optional.of(new VisitEvent.DraftKept());
        }
        if (effect instanceof Effect.FindDraft find) {
            return Optional.of(office.draft(find));
        }
        if (effect instanceof Effect.ForgetDraft forget) {
            office.forget(forget);
        }
        return Optional.empty();
    }

    private Optional<VisitEvent> atCounter(Effect effect, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        if (effect instanceof Effect.ListenForCard) {
            return Optional.of(counter.listen());
        }
        if (effect instanceof Effect.WelcomeAgain) {
            counter.welcomeAgain();
            return Optional.empty();
        }
        if (effect instanceof Effect.CheckSlip check) {
            return Optional.of(new VisitEvent.SlipChecked(ports.slips().check(check.code())));
        }
        if (effect instanceof Effect.WatchCard watch) {
            return Optional.of(counter.watch(watch));
        }
        if (effect instanceof Effect.Scan scan) {
            return Optional.of(counter.scan(scan, meanwhile));
        }
        if (effect instanceof Effect.Announce announce) {
            counter.announce(announce);
        }
        return atPress(effect, meanwhile);
    }

    private Optional<VisitEvent> atPress(Effect effect, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        if (effect instanceof Effect.PrintReceipt print) {
            return Optional.of(press.receipt(print));
        }
        if (effect instanceof Effect.PrintSlipPage print) {
            return Optional.of(press.slipPage(print, meanwhile));
        }
        if (effect instanceof Effect.PrintPages print) {
            return Optional.of(press.document(print, meanwhile));
        }
        if (effect instanceof Effect.PaperLeft left) {
            ports.journal().note(Occurrence.PAPER_LEFT_BEHIND, new Journal.Of(left.id()));
            return Optional.empty();
        }
        return aboutThePin(effect);
    }

    private Optional<VisitEvent> aboutThePin(Effect effect) throws InterruptedException {
        if (effect instanceof Effect.AskPinTries ask) {
            return Optional.of(counter.pinTries(ask));
        }
        if (effect instanceof Effect.ChangePin change) {
            return Optional.of(counter.changePin(change));
        }
        if (effect instanceof Effect.WipePins wipe) {
            wipe.pins().forEach(Pin::wipe);
            return Optional.empty();
        }
        return atOffice(effect);
    }

    private Optional<VisitEvent> atOffice(Effect effect) throws InterruptedException {
        if (effect instanceof Effect.Identify identify) {
            return Optional.of(office.identify(identify));
        }
        if (effect instanceof Effect.FindCollectables find) {
            return Optional.of(office.collectables(find));
        }
        if (effect instanceof Effect.FindCases find) {
            return Optional.of(office.cases(find));
        }
        if (effect instanceof Effect.FetchPrefill fetch) {
            return Optional.of(office.prefill(fetch));
        }
        if (effect instanceof Effect.FindCertificates find) {
            return Optional.of(office.certificates(find));
        }
        if (effect instanceof Effect.AskPreCheck ask) {
            return Optional.of(office.preCheck(ask));
        }
        return afterwards(effect);
    }

    private Optional<VisitEvent> afterwards(Effect effect) throws InterruptedException {
        if (effect instanceof Effect.WatchOrder watch) {
            return Optional.of(office.watchOrder(watch));
        }
        if (effect instanceof Effect.AwaitDelivery await) {
            return Optional.of(office.delivery(await));
        }
        if (effect instanceof Effect.FetchDocument fetch) {
            return Optional.of(office.document(fetch));
        }
        if (effect instanceof Effect.MarkCollected mark) {
            office.markCollected(mark);
            return Optional.empty();
        }
        if (effect instanceof Effect.EndSession end) {
            office.endSession(end);
            return Optional.empty();
        }
        if (effect instanceof Effect.NoteTechnician note) {
            ports.journal().note(note.what(), new Journal.Technician(note.technician()));
            return Optional.empty();
        }
        throw new IllegalStateException(
                "an effect nobody performs: " + effect.getClass().getSimpleName());
    }
}
