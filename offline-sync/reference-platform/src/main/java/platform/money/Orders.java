package platform.money;

import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** The states of orders and the money behind them; PLATFORM-API.md, section 8. Each change is one transaction. */
public final class Orders {
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);
    private static final Duration SETTLE_WITHIN = Duration.ofDays(3);

    private final IngestStore store;
    private final PlatformClock clock;

    public Orders(IngestStore store, PlatformClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** An order, and whether it was opened by this very request. */
    public record Opened(Order order, boolean isNew) {}

    /** What a terminal wants to be paid. */
    public record Wish(Key key, String item, long amountFen) {}

    /** An order is its terminal's alone: to every other it is as if it were not there. */
    public record Key(String terminal, String id) {}

    public Opened open(Wish wish) throws Refusal {
        String id = wish.key().id();
        return store.inTransaction(tx -> {
            Optional<Order> known = current(tx, id);
            if (known.isPresent()) {
                return new Opened(sameOrder(tx, known.get(), wish), false);
            }
            int entered = tx.change(
                    "INSERT INTO orders (id, terminal, number, item, amount_fen, state, expires)"
                            + " VALUES (?, ?, ?, ?, ?, 'open', ?) ON CONFLICT (id) DO NOTHING",
                    id,
                    wish.key().terminal(),
                    nextNumber(tx),
                    wish.item(),
                    wish.amountFen(),
                    millisFromNow(OPEN_FOR));
            return new Opened(sameOrder(tx, current(tx, id).orElseThrow(), wish), entered == 1);
        });
    }

    private static Order sameOrder(Transaction tx, Order order, Wish wish) throws SQLException, Refusal {
        boolean wasNeverOpened = order.order() == null;
        boolean isTheSame = wish.item().equals(order.item()) && wish.amountFen() == order.amount();
        if (isOf(tx, wish.key()) && (wasNeverOpened || isTheSame)) {
            return order;
        }
        throw new Refusal(ErrorCode.ORDER_DIFFERS);
    }

    private static boolean isOf(Transaction tx, Key key) throws SQLException {
        return tx.one("SELECT 1 AS own FROM orders WHERE id = ? AND terminal = ?", key.id(), key.terminal())
                .isPresent();
    }

    public Order find(Key key) throws Refusal {
        return store.inTransaction(tx -> own(tx, key).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND)));
    }

    private Optional<Order> own(Transaction tx, Key key) throws SQLException {
        return isOf(tx, key) ? current(tx, key.id()) : Optional.empty();
    }

    /** Cancels what is still open; one never seen is cancelled before it comes. */
    public Order cancel(Key key) throws Refusal {
        return store.inTransaction(tx -> {
            tx.change(
                    "INSERT INTO orders (id, terminal, state) VALUES (?, ?, 'cancelled') ON CONFLICT (id) DO NOTHING",
                    key.id(),
                    key.terminal());
            Order order = own(tx, key).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
            tx.change("UPDATE orders SET state = 'cancelled' WHERE id = ? AND state = 'open'", key.id());
            return current(tx, key.id()).orElse(order);
        });
    }

    /** The citizen's phone pays; a payment for a cancelled order goes back at once. */
    public Order pay(String id) throws Refusal {
        return store.inTransaction(tx -> {
            Order order = current(tx, id)
                    .filter(known -> known.order() != null)
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
            if (order.is("open")) {
                move(tx, order, "payment");
                tx.change(
                        "UPDATE orders SET state = 'paid', settle_by = ? WHERE id = ?",
                        millisFromNow(SETTLE_WITHIN),
                        id);
            } else if (order.is("cancelled")) {
                move(tx, order, "payment");
                refund(tx, order);
            } else {
                throw new Refusal(ErrorCode.ALREADY_PAID);
            }
            return current(tx, id).orElseThrow();
        });
    }

    /** Settles a paid order inside the transaction that enters its submission into the ledger. */
    public void settle(Transaction tx, Key key, long amountFen) throws SQLException, Refusal {
        Order order = own(tx, key).orElseThrow(() -> new Refusal(ErrorCode.PAYMENT_MISSING));
        if (!order.is("paid")) {
            throw new Refusal(whyNotSettled(order));
        }
        if (order.amount() != amountFen) {
            throw new Refusal(ErrorCode.AMOUNT_MISMATCH);
        }
        tx.change("UPDATE orders SET state = 'settled' WHERE id = ?", key.id());
        move(tx, order, "settlement");
    }

    private static ErrorCode whyNotSettled(Order order) {
        if (order.is("refunded")) {
            return ErrorCode.REFUNDED;
        }
        return order.is("cancelled") ? ErrorCode.CANCELLED : ErrorCode.PAYMENT_MISSING;
    }

    /** Lets time do its work on every order: what was not paid is cancelled, what was not submitted is refunded. */
    public void sweep() {
        store.inTransaction(tx -> {
            List<Row> pending = tx.all(
                    "SELECT id FROM orders WHERE (state = 'open' AND expires <= ?) OR (state = 'paid' AND settle_by <= ?)"
                            + " ORDER BY id",
                    clock.millis(),
                    clock.millis());
            for (Row row : pending) {
                current(tx, row.text("id"));
            }
            return pending.size();
        });
    }

    /** The order after time has done its work on it. */
    private Optional<Order> current(Transaction tx, String id) throws SQLException {
        tx.oneLocked("SELECT id FROM orders WHERE id = ?", id);
        Optional<Order> overdue = read(tx, id, "AND state = 'paid' AND settle_by <= ?", clock.millis());
        if (overdue.isPresent()) {
            refund(tx, overdue.get());
        }
        tx.change(
                "UPDATE orders SET state = 'cancelled' WHERE id = ? AND state = 'open' AND expires <= ?",
                id,
                clock.millis());
        return read(tx, id, "AND ? > 0", 1);
    }

    private static Optional<Order> read(Transaction tx, String id, String condition, long value) throws SQLException {
        return tx.one("SELECT * FROM orders WHERE id = ? " + condition, id, value)
                .map(Order::from);
    }

    private void refund(Transaction tx, Order order) throws SQLException {
        tx.change("UPDATE orders SET state = 'refunded' WHERE id = ?", order.id());
        move(tx, order, "refund");
    }

    private void move(Transaction tx, Order order, String movement) throws SQLException {
        tx.change(
                "INSERT INTO money (id, movement, amount_fen, at) VALUES (?, ?, ?, ?)",
                order.id(),
                movement,
                order.amount(),
                clock.text());
    }

    private String nextNumber(Transaction tx) throws SQLException {
        String day = clock.today().format(DateTimeFormatter.BASIC_ISO_DATE);
        return "O" + day + String.format("%08d", tx.next("order-" + day));
    }

    private long millisFromNow(Duration duration) {
        return clock.instant().plus(duration).toEpochMilli();
    }
}
