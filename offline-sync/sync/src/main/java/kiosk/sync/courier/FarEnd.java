package kiosk.sync.courier;

import java.util.List;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.platform.PrintReport;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.SubmissionId;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Dispatch;
import kiosk.sync.wire.Dispatcher;
import kiosk.sync.wire.Hello;
import kiosk.sync.wire.Reconciliation;

/** What a courier asks of the platform. Each call waits for its end, which is bounded in time but for the search for the platform's name, and may be made from any thread. */
public interface FarEnd {
    /** Delivers. */
    Dispatch send(Parcel parcel) throws InterruptedException;

    /** Asks for a slot. */
    Hello.Outcome hello(Hello.Backlog backlog) throws InterruptedException;

    /** Asks what it has. */
    Reconciliation.Outcome reconcile(List<Unproven> those) throws InterruptedException;

    /** Cancels an order, and hears what became of it. */
    Answer<Order.State> cancelOrder(SubmissionId id) throws InterruptedException;

    /** Tells what was printed. */
    Answer<SubmissionId> printed(PrintReport report) throws InterruptedException;

    /** The one on the wire. */
    record OnTheWire(Dispatcher dispatcher, Hello greeting, Reconciliation reconciliation, ProvincialPlatform platform)
            implements FarEnd {
        @Override
        public Dispatch send(Parcel parcel) throws InterruptedException {
            return dispatcher.send(parcel);
        }

        @Override
        public Hello.Outcome hello(Hello.Backlog backlog) throws InterruptedException {
            return greeting.say(backlog);
        }

        @Override
        public Reconciliation.Outcome reconcile(List<Unproven> those) throws InterruptedException {
            return reconciliation.ask(those);
        }

        @Override
        public Answer<Order.State> cancelOrder(SubmissionId id) throws InterruptedException {
            return platform.cancelOrder(id);
        }

        @Override
        public Answer<SubmissionId> printed(PrintReport report) throws InterruptedException {
            return platform.printed(report);
        }
    }
}
