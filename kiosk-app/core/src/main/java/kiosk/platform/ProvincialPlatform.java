package kiosk.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.catalogue.Department;
import kiosk.catalogue.Prefill;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.submission.IssuedDocument;
import kiosk.submission.SubmissionId;

/**
 * The provincial platform. Each question blocks for {@link #PATIENCE} at most and always has an answer; interrupting ends it early.
 * Sessions are the platform's own words, personal for a visit, and are never logged.
 */
public interface ProvincialPlatform {
    /** The longest any question blocks. */
    Duration PATIENCE = Duration.ofSeconds(8);

    /** The departments that answered when last asked; does not block. */
    Set<Department> reachable();

    /** Who this is. The evidence of a code has no name or number: the platform tells them. */
    Answer<Citizen> identify(Evidence evidence) throws InterruptedException;

    /** The visit is over: ends its session at once; one of which the platform does not hear lapses by itself. */
    void leave(String session) throws InterruptedException;

    /** What the platform knows for an item's form. */
    Answer<Map<Prefill, String>> prefill(String session, String item) throws InterruptedException;

    /** The person's electronic certificates of a kind. */
    Answer<List<Certificate>> certificates(String session, String kind) throws InterruptedException;

    /** What the platform finds wrong with an item's answers before they are handed in. */
    Answer<List<Problem>> preCheck(String session, String item, Map<String, String> values) throws InterruptedException;

    /** The documents issued for this person and not collected yet, and the receipts that did not come out. */
    Answer<List<Collectable>> collectables(String session) throws InterruptedException;

    /** What this person handed in lately, at whatever terminal, newest first. */
    Answer<List<CaseStatus>> submissions(String session) throws InterruptedException;

    /** The document of a delivered submission; NOT_FOUND while it is not issued. */
    Answer<IssuedDocument> document(SubmissionId id) throws InterruptedException;

    /** Says that the document was printed and handed over; harmless twice, and when the session has ended. */
    Answer<SubmissionId> collected(SubmissionId id) throws InterruptedException;

    /** Tells what came of an attempt to print; harmless twice. NOT_FOUND while the submission has not arrived. */
    Answer<SubmissionId> printed(PrintReport report) throws InterruptedException;

    /** Makes, or finds, the order for a submission's fee. */
    Answer<Order> order(SubmissionId id, String item, long fen) throws InterruptedException;

    /** How the order of a submission stands. */
    Answer<Order.State> orderState(SubmissionId id) throws InterruptedException;

    /** Cancels the order; the answer is the state reached, {@code PAID} if the money came first. */
    Answer<Order.State> cancelOrder(SubmissionId id) throws InterruptedException;
}
