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
    NONE,
    /** What is tried again goes under another id. */
    NEW_ID_ON_RETRY("I[123]") {
        @Override
        FarEnd between(Booth booth) {
            return new Around(booth.line) {
                @Override
                public Dispatch send(Parcel parcel) throws InterruptedException {
                    return booth.line.send(parcel.attempts() > 1 ? renamed(parcel) : parcel);
                }
            };
        }
    },
    /** Whatever looks like a success is one. */
    RECEIPT_UNCHECKED("I[37]") {
        @Override
        FarEnd between(Booth booth) {
            booth.line.reading = (body, parcel) -> new Dispatch.Arrived(believed(parcel));
            return booth.line;
        }
    },
    /** The platform forgets after two minutes what it took in. */
    MEMORY_OF_TWO_MINUTES("I2") {
        @Override
        void within(ModelPlatform platform) {
            platform.memory = Duration.ofMinutes(2);
        }
    },
    /** When the platform wants to be asked again is not heard. */
    DEAF_TO_RETRY_AFTER("I10") {
        @Override
        FarEnd between(Booth booth) {
            return new Around(booth.line) {
                @Override
                public Hello.Outcome hello(Hello.Backlog backlog) throws InterruptedException {
                    Hello.Outcome outcome = booth.line.hello(backlog);
                    return outcome instanceof Hello.Later ? new Hello.NoAnswer() : outcome;
                }
            };
        }
    },
    /** What was sealed goes before its receipt is there. */
    DELETED_BEFORE_RECEIPT("I1") {
        @Override
        FarEnd between(Booth booth) {
            return new Around(booth.line) {
                @Override
                public Dispatch send(Parcel parcel) throws InterruptedException {
                    booth.terminal.outbox.abandon(parcel.submission());
                    return booth.line.send(parcel);
                }
            };
        }
    };

    private final String foundAs;

    Mutant() {
        this("nothing");
    }

    Mutant(String foundAs) {
        this.foundAs = foundAs;
    }

    /** Which of the invariants it may be seen to break first. */
    String foundAs() {
        return foundAs;
    }

    FarEnd between(Booth booth) {
        return booth.line;
    }

    void within(ModelPlatform platform) {}

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
