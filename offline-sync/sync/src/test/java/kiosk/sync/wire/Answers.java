package kiosk.sync.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Parcel;

/** What this terminal makes of what came back, without the line it came on. */
public final class Answers {
    private final Receipts receipts;

    public Answers(KeyShelf shelf, String terminal) {
        receipts = new Receipts(shelf, terminal);
    }

    public static Dispatch error(int status, String code, Optional<Duration> retryAfter, Parcel parcel) {
        return Refusals.dispatch(new Reply.Failure(status, code, List.of(), retryAfter), parcel);
    }

    public Dispatch success(String body, Parcel parcel) {
        return proof(body, parcel.id(), parcel.number(), parcel.load().digest())
                .<Dispatch>map(Dispatch.Arrived::new)
                .orElse(new Dispatch.NoAnswer());
    }

    public Optional<Proof> proof(String receipt, Unproven asked) {
        return proof(receipt, asked.id().toString(), asked.number(), asked.digest());
    }

    private Optional<Proof> proof(String body, String id, String number, String digest) {
        try {
            Json json = Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return receipts.proof(json, body, new Receipts.About(id, number, digest));
        } catch (Json.Malformed e) {
            return Optional.empty();
        }
    }
}
