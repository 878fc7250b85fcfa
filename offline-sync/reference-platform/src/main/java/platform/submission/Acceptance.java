package platform.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import platform.Misbehaviour;
import platform.item.Item;
import platform.item.Items;
import platform.money.Orders;
import platform.seal.Payload;
import platform.seal.PlatformKey;
import platform.seal.SealedContainer;
import platform.seal.Unreadable;
import platform.store.Database;
import platform.submission.Receipt.Promise;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Problem;
import platform.wire.Refusal;

/** Accepts a submission exactly once: ledger, matter and money in one transaction. */
public final class Acceptance {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    private final Database database;
    private final Parts parts;
    private final Ledger ledger;
    private final Matters matters = new Matters();

    public Acceptance(Database database, Parts parts) {
        this.database = database;
        this.parts = parts;
        this.ledger = new Ledger(parts.clock());
    }

    /** Whom acceptance asks. */
    public record Parts(
            PlatformClock clock,
            PlatformKey key,
            Items items,
            Orders orders,
            Examination examination,
            Misbehaviour misbehaviour) {}

    /** The receipt, and whether it was written by this very delivery. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Accepted(byte[] receipt, boolean isNew) {}

    public Accepted accept(Delivery delivery) throws Refusal {
        delivery.mustBeWellFormed();
        Optional<byte[]> earlier = database.inTransaction(tx -> ledger.earlierReceipt(tx, delivery));
        if (earlier.isPresent()) {
            return new Accepted(earlier.get(), false);
        }
        Item item = parts.items().named(delivery.item());
        if (parts.misbehaviour().isDown(item.department())) {
            throw new Refusal(ErrorCode.DEPARTMENT_DOWN);
        }
        Submitted submitted = opened(delivery);
        mustBeAcceptable(delivery, submitted, item);
        return enter(delivery, submitted, item);
    }

    private Submitted opened(Delivery delivery) throws Refusal {
        try {
            byte[] plaintext = SealedContainer.open(delivery.container(), UUID.fromString(delivery.id()), parts.key());
            return Submitted.of(Payload.parse(plaintext), delivery);
        } catch (Unreadable e) {
            LOG.warn("Submission {} is unreadable: {}", delivery.id(), e.getMessage());
            quarantine(delivery, e);
            throw new Refusal(ErrorCode.UNREADABLE);
        }
    }

    private void quarantine(Delivery delivery, Unreadable why) {
        database.inTransaction(tx -> tx.change(
                "INSERT INTO quarantine (id, terminal, digest, reason, container, at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                delivery.id(),
                delivery.terminal(),
                delivery.digest(),
                String.valueOf(why.getMessage()),
                delivery.container(),
                parts.clock().now().toString()));
    }

    private void mustBeAcceptable(Delivery delivery, Submitted submitted, Item item) throws Refusal {
        if (parts.misbehaviour().isRefusing()) {
            throw Refusal.needsCitizen(List.of(Problem.of(
                    "form", "not-eligible", "请到窗口核对材料。", "Please have your papers checked at the counter.")));
        }
        if (!delivery.isRating()) {
            if (!delivery.kind().equals(item.kind())) {
                throw new Refusal(ErrorCode.BAD_REQUEST);
            }
            parts.examination().mustPass(submitted, item);
        }
    }

    private Accepted enter(Delivery delivery, Submitted submitted, Item item) throws Refusal {
        return database.inTransaction(tx -> {
            Optional<byte[]> earlier = ledger.earlierReceipt(tx, delivery);
            if (earlier.isPresent()) {
                return new Accepted(earlier.get(), false);
            }
            if (delivery.kind().equals("payment")) {
                parts.orders().settle(tx, delivery.id(), submitted.amountFen());
            }
            byte[] receipt = ledger.enter(tx, delivery, item, promise(delivery, item));
            matters.open(tx, submitted, delivery, item);
            return new Accepted(receipt, true);
        });
    }

    private Promise promise(Delivery delivery, Item item) {
        LocalDate today = parts.clock().today();
        boolean immediate = delivery.isRating() || item.workingDays() == 0;
        return immediate ? Promise.immediate(today) : Promise.workingDays(item.workingDays(), today);
    }
}
