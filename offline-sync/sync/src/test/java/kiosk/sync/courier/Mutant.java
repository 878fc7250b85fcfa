package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.platform.PrintReport;
import kiosk.submission.CaseReceipt;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Proof;
import kiosk.sync.seal.SignedReceipt;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Dispatch;
import kiosk.sync.wire.Hello;
import kiosk.sync.wire.Reconciliation;

/** A fault that somebody could build in, put between the courier and the line. */
enum Mutant {
    /** None. */
    NONE {
        @Override
        FarEnd between(Trial trial) {
            return trial.line();
        }
    },
    /** What is tried again goes under another id. */
    NEW_ID_ON_RETRY {
        @Override
        FarEnd between(Trial trial) {
            return new Around(trial.line()) {
                @Override
                public Dispatch send(Parcel parcel) throws InterruptedException {
                    return trial.line().send(parcel.attempts() > 1 ? renamed(parcel) : parcel);
                }
            };
        }
    },
    /** Whatever looks like a success is one. */
    RECEIPT_UNCHECKED {
        @Override
        FarEnd between(Trial trial) {
            trial.line().reading = (body, parcel) -> new Dispatch.Arrived(believed(parcel));
            return trial.line();
        }
    },
    /** The platform forgets after two minutes what it took in. */
    MEMORY_OF_TWO_MINUTES {
        @Override
        FarEnd between(Trial trial) {
            trial.platform().memory = Duration.ofMinutes(2);
            return trial.line();
        }
    },
    /** What was sealed goes before its receipt is there. */
    DELETED_BEFORE_RECEIPT {
        @Override
        FarEnd between(Trial trial) {
            return new Around(trial.line()) {
                @Override
                public Dispatch send(Parcel parcel) throws InterruptedException {
                    trial.outbox().abandon(parcel.submission());
                    return trial.line().send(parcel);
                }
            };
        }
    };

    abstract FarEnd between(Trial trial);

    private static Parcel renamed(Parcel parcel) {
        String id = SubmissionId.create(Clock.systemUTC()).toString();
        return new Parcel(
                parcel.seq(),
                id,
                parcel.number(),
                parcel.item(),
                parcel.unsettled(),
                parcel.attempts(),
                parcel.awaited(),
                parcel.load());
    }

    private static Proof believed(Parcel parcel) {
        SignedReceipt receipt = new SignedReceipt(
                parcel.id(),
                "K001",
                parcel.number(),
                parcel.load().digest(),
                "S202611220000000171",
                "2026-11-22T09:15:02+08:00",
                new SignedReceipt.Promise("immediate", ""),
                1,
                "",
                new SignedReceipt.Journal(0, ""),
                "",
                "");
        return new Proof(receipt, new CaseReceipt("S202611220000000171", Instant.EPOCH, Optional.empty()), "{}");
    }

    /** Passes everything on. */
    private static class Around implements FarEnd {
        private final FarEnd inner;

        Around(FarEnd inner) {
            this.inner = inner;
        }

        @Override
        public Dispatch send(Parcel parcel) throws InterruptedException {
            return inner.send(parcel);
        }

        @Override
        public Hello.Outcome hello(Hello.Backlog backlog) throws InterruptedException {
            return inner.hello(backlog);
        }

        @Override
        public Reconciliation.Outcome reconcile(List<Unproven> those) throws InterruptedException {
            return inner.reconcile(those);
        }

        @Override
        public Answer<Order.State> cancelOrder(SubmissionId id) throws InterruptedException {
            return inner.cancelOrder(id);
        }

        @Override
        public Answer<SubmissionId> printed(PrintReport report) throws InterruptedException {
            return inner.printed(report);
        }
    }
}
