package platform.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import platform.submission.Acceptance.Accepted;
import platform.submission.Delivery;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Takes sealed submissions in; section 5. */
record SubmissionDesk(House house, Housekeeping housekeeping, Semaphore inHand) implements Desk {
    private static final int LARGEST_CONTAINER = 32 * 1024 * 1024;
    private static final int MOST_IN_HAND = 4;

    SubmissionDesk(House house, Housekeeping housekeeping) {
        this(house, housekeeping, new Semaphore(MOST_IN_HAND));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of("PUT", "/v1/submissions/{id}", this::receive));
    }

    /** Few at a time, because each is held in memory whole. */
    private Answer receive(Call call) throws Refusal, IOException {
        if (!inHand.tryAcquire()) {
            throw new Refusal(ErrorCode.BUSY);
        }
        try {
            return accept(delivery(call));
        } finally {
            inHand.release();
        }
    }

    private static Delivery delivery(Call call) throws Refusal, IOException {
        call.mustBeOfType("application/vnd.kiosk.sealed");
        String claimed = call.requiredHeader("Content-Digest");
        String dependsOn = call.header("Depends-On").orElse("");
        Delivery delivery = new Delivery(
                call.id(),
                call.terminal(),
                call.requiredHeader("Submission-Item"),
                call.requiredHeader("Submission-Kind"),
                call.requiredHeader("Submission-Number"),
                dependsOn.isEmpty() ? dependsOn : Call.id(dependsOn),
                claimed,
                call.body(LARGEST_CONTAINER));
        if (!claimed.equals(Digest.of(delivery.container()))) {
            throw new Refusal(ErrorCode.DIGEST_WRONG);
        }
        return delivery;
    }

    private Answer accept(Delivery delivery) throws Refusal {
        if (house.misbehaviour().isDeliveringTwice()) {
            acceptOnce(delivery);
        }
        return acceptOnce(delivery);
    }

    private Answer acceptOnce(Delivery delivery) throws Refusal {
        try {
            Accepted accepted = house.acceptance().accept(delivery);
            note(delivery, accepted.isNew() ? "new" : "repeated");
            housekeeping.soon();
            return Answer.ofJson(accepted.isNew() ? 201 : 200, accepted.receipt());
        } catch (Refusal refusal) {
            note(delivery, refusal.code().code());
            throw refusal;
        }
    }

    private void note(Delivery delivery, String outcome) {
        house.database()
                .inTransaction(tx -> tx.change(
                        "INSERT INTO delivery (id, terminal, digest, outcome, at) VALUES (?, ?, ?, ?, ?)",
                        delivery.id(),
                        delivery.terminal(),
                        delivery.digest(),
                        outcome,
                        house.clock().now().toString()));
    }
}
