package platform.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import platform.seal.Manifest;
import platform.seal.SealedSubmission;
import platform.seal.Subject;
import platform.seal.Unreadable;
import platform.store.IngestStore;
import platform.upload.Piece.Place;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Reads what arrives and opens it; what cannot be read is kept aside, a bounded number for each terminal. */
final class Unsealing {
    private static final Logger LOG = LoggerFactory.getLogger(Unsealing.class);
    private static final int MOST_ASIDE = 100;

    private final IngestStore store;
    private final Acceptance.Parts parts;

    Unsealing(IngestStore store, Acceptance.Parts parts) {
        this.store = store;
        this.parts = parts;
    }

    /** The manifest and what came with it; it is the arrival's own. */
    SealedSubmission read(Arrival arrival) throws Refusal {
        SealedSubmission sealed;
        try {
            sealed = SealedSubmission.read(arrival.body());
        } catch (Unreadable e) {
            parts.terminals().mustBeEnrolled(arrival.terminal());
            throw aside(arrival.terminal(), arrival.id(), arrival.body(), e);
        }
        mustBeAddressed(arrival, sealed.manifest());
        return sealed;
    }

    /** Whose manifest is sound and says something else than the address: the address was spoilt on the way, and nothing is wrong with what came. */
    private void mustBeAddressed(Arrival arrival, Manifest manifest) throws Refusal {
        Subject subject = manifest.subject();
        if (!subject.id().equals(arrival.id()) || !subject.terminal().equals(arrival.terminal())) {
            parts.terminals().mustBeEnrolled(arrival.terminal());
            parts.terminals().mustHaveSigned(subject.terminal(), manifest);
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
    }

    /** The uploaded parts, by their numbers; a refusal where one is not here. */
    Map<Integer, byte[]> uploaded(SealedSubmission sealed) throws Refusal {
        Manifest manifest = sealed.manifest();
        if (manifest.length() > Manifest.ALL_PARTS) {
            throw new Refusal(ErrorCode.TOO_LARGE);
        }
        Map<Integer, byte[]> found = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int n = 0; n < manifest.parts().size(); n++) {
            if (!sealed.inline().containsKey(n)) {
                Place place = new Place(
                        manifest.subject().terminal(), manifest.subject().id(), n);
                Optional<byte[]> part =
                        parts.uploads().whole(place, manifest.parts().get(n));
                int number = n;
                part.ifPresentOrElse(bytes -> found.put(number, bytes), () -> missing.add(number));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.partsMissing(missing);
        }
        return found;
    }

    Submitted open(Delivery delivery, Map<Integer, byte[]> uploaded) throws Refusal {
        try {
            delivery.sealed().mustHoldItsParts();
            return Submitted.of(delivery.sealed().open(parts.keys(), uploaded), delivery.subject());
        } catch (Unreadable e) {
            throw aside(delivery.terminal(), delivery.id(), delivery.sealed().body(), e);
        }
    }

    private Refusal aside(String terminal, String id, byte[] body, Unreadable why) {
        LOG.warn("Submission {} is unreadable: {}", id, why.getMessage());
        store.inTransaction(tx -> {
            long kept = tx.one("SELECT count(*) AS kept FROM quarantine WHERE terminal = ?", terminal)
                    .orElseThrow()
                    .number("kept");
            return kept >= MOST_ASIDE
                    ? 0
                    : tx.change(
                            "INSERT INTO quarantine (id, terminal, digest, reason, body, at) VALUES (?, ?, ?, ?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING",
                            id,
                            terminal,
                            Digest.of(body),
                            String.valueOf(why.getMessage()),
                            body,
                            parts.clock().text());
        });
        return new Refusal(ErrorCode.UNREADABLE);
    }
}
