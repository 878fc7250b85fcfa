package platform.submission;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import platform.Misbehaviour;
import platform.item.Item;
import platform.item.Items;
import platform.money.Orders;
import platform.seal.PlatformKeys;
import platform.seal.SealedSubmission;
import platform.seal.Subject;
import platform.store.IngestStore;
import platform.store.Transaction;
import platform.terminal.Terminals;
import platform.upload.Uploads;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Problem;
import platform.wire.Refusal;

/** Accepts a submission exactly once: ledger, matter, money and what is to be passed on in one transaction. */
public final class Acceptance {
    private final IngestStore store;
    private final Parts parts;
    private final Unsealing unsealing;
    private final Ledger ledger;
    private final Corrections corrections = new Corrections();
    private final Matters matters = new Matters(corrections);

    public Acceptance(IngestStore store, Parts parts) {
        this.store = store;
        this.parts = parts;
        this.unsealing = new Unsealing(store, parts);
        this.ledger = new Ledger(parts.clock(), parts.keys());
    }

    /** Whom acceptance asks. */
    public record Parts(
            PlatformClock clock,
            PlatformKeys keys,
            Terminals terminals,
            Uploads uploads,
            Items items,
            Orders orders,
            Examination examination,
            Misbehaviour misbehaviour) {}

    /** The receipt, whether it was written by this very delivery, whether a document is to follow at once. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Accepted(byte[] receipt, boolean isNew, boolean isIssuedAtOnce) {
        static Accepted before(byte[] receipt) {
            return new Accepted(receipt, false, false);
        }
    }

    /** In the order of PLATFORM-API.md, section 6: manifest, signature, ledger, department, parts, item, citizen, rules, money. */
    public Accepted accept(Arrival arrival) throws Refusal {
        return accept(unsealing.read(arrival), arrival.citizenWaits());
    }

    /** The same of a submission that was read already. What was uploaded for one that is refused for good goes, unless somebody is to look at it. */
    public Accepted accept(SealedSubmission sealed, boolean citizenWaits) throws Refusal {
        Delivery delivery = Delivery.of(sealed, citizenWaits);
        parts.terminals().mustHaveSigned(delivery.terminal(), sealed.manifest());
        try {
            Optional<Accepted> earlier = earlier(delivery);
            return earlier.isPresent() ? earlier.get() : examined(delivery);
        } catch (Refusal refusal) {
            if (refusal.code().isForGood() && refusal.code() != ErrorCode.UNREADABLE) {
                store.inTransaction(tx -> forgottenParts(tx, delivery));
            }
            throw refusal;
        }
    }

    /** The first answer to it; what was uploaded for it since is of no use. */
    private Optional<Accepted> earlier(Delivery delivery) throws Refusal {
        return store.inTransaction(tx -> {
            Optional<byte[]> receipt = ledger.earlierReceipt(tx, delivery);
            if (receipt.isPresent()) {
                forgottenParts(tx, delivery);
            }
            return receipt.map(Accepted::before);
        });
    }

    private Delivery forgottenParts(Transaction tx, Delivery delivery) throws SQLException {
        parts.uploads().forgetAll(tx, delivery.terminal(), delivery.id());
        return delivery;
    }

    private Accepted examined(Delivery delivery) throws Refusal {
        Optional<Item> offered = parts.items().find(delivery.subject().item());
        if (offered.isPresent() && parts.misbehaviour().isDown(offered.get().department())) {
            throw new Refusal(ErrorCode.DEPARTMENT_DOWN);
        }
        Map<Integer, byte[]> uploaded;
        try {
            uploaded = unsealing.uploaded(delivery.sealed());
        } catch (Refusal lacking) {
            return acceptedMeanwhile(delivery, lacking);
        }
        Item item = parts.items().named(delivery.subject().item());
        return enter(delivery, whole(delivery, unsealing.open(delivery, uploaded)), item);
    }

    /** The parts are gone, too, where the same came at the same moment, to whichever node, and was accepted. */
    private Accepted acceptedMeanwhile(Delivery delivery, Refusal lacking) throws Refusal {
        return earlier(delivery).orElseThrow(() -> lacking);
    }

    private Submitted whole(Delivery delivery, Submitted submitted) throws Refusal {
        return delivery.subject().isCorrection()
                ? store.inTransaction(tx -> corrections.merged(tx, delivery.subject(), submitted))
                : submitted;
    }

    private Accepted enter(Delivery delivery, Submitted submitted, Item item) throws Refusal {
        List<Problem> problems = problems(delivery.subject(), submitted, item);
        if (delivery.citizenWaits() && !problems.isEmpty()) {
            throw Refusal.needsCitizen(problems);
        }
        return store.inTransaction(tx -> {
            Ledger.Tip tip = ledger.lock(tx, delivery.terminal());
            Optional<byte[]> earlier = ledger.earlierReceipt(tx, delivery);
            if (earlier.isPresent()) {
                return Accepted.before(earlier.get());
            }
            ledger.mustHaveWhatItDependsOn(tx, delivery.subject());
            settle(tx, delivery, submitted);
            byte[] receipt = ledger.enter(tx, delivery, tip, item).orElseThrow(() -> overtaken(delivery));
            matters.open(tx, delivery.subject(), submitted, item, problems);
            tx.change("INSERT INTO relay (id, tries, taken_until) VALUES (?, 0, 0)", delivery.id());
            forgottenParts(tx, delivery);
            return new Accepted(receipt, true, item.isIssuedAtOnce());
        });
    }

    /** Another terminal entered that id, or another correction that case, at this very moment. */
    private static Refusal overtaken(Delivery delivery) {
        return new Refusal(delivery.subject().isCorrection() ? ErrorCode.REPLACES_WRONG : ErrorCode.OTHER_TERMINAL);
    }

    private List<Problem> problems(Subject subject, Submitted submitted, Item item) throws Refusal {
        if (subject.isRating()) {
            return List.of();
        }
        if (parts.misbehaviour().isRefusing()) {
            return List.of(
                    Problem.of("form", "not-eligible", "请到窗口核对材料。", "Please have your papers checked at the counter."));
        }
        if (!subject.kind().equals(item.kind())) {
            throw new Refusal(ErrorCode.UNKNOWN_ITEM);
        }
        return parts.examination().problems(submitted, item);
    }

    /** What puts a payment right moves no money again. */
    private void settle(Transaction tx, Delivery delivery, Submitted submitted) throws SQLException, Refusal {
        if (delivery.isPayment() && !delivery.subject().isCorrection()) {
            parts.orders().settle(tx, new Orders.Key(delivery.terminal(), delivery.id()), submitted.amountFen());
        }
    }
}
