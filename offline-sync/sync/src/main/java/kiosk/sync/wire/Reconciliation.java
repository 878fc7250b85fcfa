package kiosk.sync.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the platform what it has of what this terminal has no receipt for (PLATFORM-API.md, section 11.1). */
public final class Reconciliation {
    /** The most that may be asked at once. */
    public static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Wire wire;
    private final Receipts receipts;

    /** Asks over that wire, and believes receipts by keys on that shelf. */
    public Reconciliation(Wire wire, KeyShelf shelf) {
        this.wire = wire;
        this.receipts = new Receipts(shelf, wire.terminal());
    }

    /** What came of asking. */
    public sealed interface Outcome {}

    /**
     * The platform's word.
     *
     * @param proofs of what it has
     * @param conflicts what it has otherwise
     * @param lastPlace the place of the last receipt it ever gave to this terminal
     */
    public record Told(List<Proof> proofs, List<SubmissionId> conflicts, long lastPlace) implements Outcome {
        /** Keeps the lists from changing. */
        public Told {
            proofs = List.copyOf(proofs);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** No answer that could be trusted, or not now. */
    public record NotNow(Optional<Duration> retryAfter) implements Outcome {}

    /** It does not answer this for good, and by which word. */
    public record Refused(String code) implements Outcome {}

    /** Asks of those, at most {@link #MOST}. */
    public Outcome ask(List<Unproven> those) throws InterruptedException {
        Reply reply = wire.ask(
                Question.of("POST", "/v1/reconcile", PATIENCE).changingNothing().carrying(Question.JSON, body(those)));
        if (reply instanceof Reply.Failure failure) {
            return failure.passing() ? new NotNow(failure.retryAfter()) : new Refused(failure.code());
        }
        if (reply instanceof Reply.Success success) {
            try {
                return told(Json.parse(success.body()), those);
            } catch (Malformed e) {
                LOG.error("the platform's list is not one: {}", e.getMessage());
            }
        }
        return new NotNow(Optional.empty());
    }

    private static byte[] body(List<Unproven> those) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode list = body.putArray("submissions");
        those.forEach(it -> list.addObject().put("id", it.id().toString()).put("digest", it.digest()));
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts could not be written", e);
        }
    }

    private Told told(Json json, List<Unproven> those) throws Malformed {
        List<Json> answers = json.list("submissions", it -> it);
        if (answers.size() != those.size()) {
            throw new Malformed("not as many as were asked for");
        }
        List<Proof> proofs = new ArrayList<>();
        List<SubmissionId> conflicts = new ArrayList<>();
        for (int i = 0; i < those.size(); i++) {
            Unproven asked = those.get(i);
            if (!answers.get(i).text("id").equals(asked.id().toString())) {
                throw new Malformed("not in the order of the question");
            }
            switch (answers.get(i).text("state")) {
                case "accepted" ->
                    proof(answers.get(i).object("receipt"), asked).ifPresent(proofs::add);
                case "conflict" -> conflicts.add(asked.id());
                default -> LOG.debug("not there yet");
            }
        }
        return new Told(proofs, conflicts, json.whole("ledgerSeq"));
    }

    private Optional<Proof> proof(Json receipt, Unproven asked) throws Malformed {
        Receipts.About about = new Receipts.About(asked.id().toString(), asked.number(), asked.digest());
        return receipts.proof(receipt, receipt.node().toString(), about);
    }
}
