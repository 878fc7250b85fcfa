package kiosk.sync.courier;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import kiosk.sync.disk.PieceOfWork;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Exchange;
import kiosk.sync.store.Parcel;
import org.jspecify.annotations.Nullable;

/**
 * The parcel after the one that is on its way: it is looked up while the platform is busy with that one, so that a backlog goes out as
 * fast as the platform takes it. It is not sent before the other has arrived, and not at all where the other did not arrive.
 */
final class Ahead {
    private final Deliveries deliveries;
    private final Exchange exchange;
    private @Nullable PieceOfWork<Optional<Parcel>> looked;

    Ahead(Deliveries deliveries, Exchange exchange) {
        this.deliveries = deliveries;
        this.exchange = exchange;
    }

    /** Begins to look. */
    void look(Instant now, IntFunction<Instant> again) {
        looked = deliveries.look(now, again);
    }

    /** What was looked up, if anything was; whom somebody waits for now goes first, and it is put back. */
    Optional<Parcel> take(Instant now) {
        Optional<Parcel> found = found();
        if (found.isPresent() && !found.get().awaited() && !exchange.awaited().isEmpty()) {
            deliveries.putBack(found.get(), now);
            return Optional.empty();
        }
        return found;
    }

    /** It is not its turn any more. */
    void putBack(Instant now) {
        found().ifPresent(it -> deliveries.putBack(it, now));
    }

    private Optional<Parcel> found() {
        PieceOfWork<Optional<Parcel>> before = looked;
        looked = null;
        return before == null ? Optional.empty() : deliveries.found(before);
    }
}
