package kiosk.sync.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Parcel.Piece;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a submission (PLATFORM-API.md, section 5): its large parts first, the manifest last; the same bytes every time, and success
 * only with a receipt that the platform signed for them.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(15);
    private static final int SLOWEST_BYTES_A_SECOND = 256 << 10;
    private static final int MOST_ROUNDS = 3;

    private final Wire wire;
    private final Uploads uploads;
    private final Receipts receipts;

    /** How fast the large parts may be brought to the platform, which have time. */
    public interface Throttle {
        /** As fast as the line takes them. */
        Throttle NONE = (parcel, most) -> most;

        /**
         * Waits until the next piece of a parcel may go.
         *
         * @return how many bytes of it, at most {@code most}
         */
        int next(Parcel parcel, int most) throws InterruptedException;
    }

    /** A dispatcher of what lies in that store, on that wire, that believes receipts by keys on that shelf. */
    public Dispatcher(Wire wire, Store store, KeyShelf shelf, Throttle throttle) {
        this.wire = wire;
        this.uploads = new Uploads(wire, store.parts(), new Deliveries(store), throttle);
        this.receipts = new Receipts(shelf, wire.terminal());
    }

    /** Sends a parcel; waits 15 seconds for each answer, and more for a long one on a slow line. */
    public Dispatch send(Parcel parcel) throws InterruptedException {
        List<Piece> parts = parcel.load().parts();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Dispatch> obstacle = uploads.bring(parcel, parts);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            Reply reply = wire.ask(question(parcel), parcel.awaited());
            if (!(reply instanceof Reply.Failure failure) || !failure.code().equals("parts-missing")) {
                return end(reply, parcel);
            }
            parts = uploads.again(parcel, failure.parts());
        }
        return new Dispatch.Closed(Dispatch.Scope.FAILED, Optional.empty());
    }

    private Dispatch end(Reply reply, Parcel parcel) {
        if (reply instanceof Reply.Failure failure) {
            return Refusals.dispatch(failure, parcel);
        }
        return reply instanceof Reply.Success success ? receipt(success, parcel) : Refusals.nothing(reply);
    }

    private static Question question(Parcel parcel) {
        byte[] body = parcel.load().body();
        Question question = Question.of(
                        "PUT",
                        "/v1/submissions/" + parcel.id(),
                        AT_LEAST.plusSeconds(body.length / SLOWEST_BYTES_A_SECOND))
                .orCreated()
                .carrying(Question.SUBMISSION, body)
                .with("Content-Digest", parcel.load().bodyDigest());
        return parcel.awaited() ? question.with("Citizen-Waits", "?1") : question;
    }

    private Dispatch receipt(Reply.Success success, Parcel parcel) {
        try {
            Receipts.About about = new Receipts.About(
                    parcel.id(), parcel.number(), parcel.load().digest());
            Optional<Proof> proof = receipts.proof(
                    Json.parse(success.body()), new String(success.body(), StandardCharsets.UTF_8), about);
            return proof.<Dispatch>map(Dispatch.Arrived::new).orElse(new Dispatch.NoAnswer());
        } catch (Malformed e) {
            LOG.error("a receipt that is not one: {}", e.getMessage());
            return new Dispatch.NoAnswer();
        }
    }
}
