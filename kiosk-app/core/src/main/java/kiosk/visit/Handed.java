package kiosk.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.identity.Citizen;
import kiosk.platform.Collectable;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Matter;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/**
 * What was handed in, as far as the citizen still needs it.
 *
 * @param receipt the platform's answer; empty while it has not got the submission
 * @param copy which print of its paper this is
 */
public record Handed(
        SubmissionId id,
        SubmissionNumber number,
        ServiceItem item,
        Citizen citizen,
        Optional<CaseReceipt> receipt,
        Optional<Long> paidInFen,
        Instant taken,
        int copy) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    Handed(Matter matter, SubmissionNumber number, Optional<CaseReceipt> receipt, Instant taken) {
        this(
                matter.id(),
                number,
                matter.item(),
                matter.citizen(),
                receipt,
                matter.form().feeInFen(),
                taken,
                1);
    }

    /** What was handed in earlier and whose paper waits. */
    Handed(Collectable waiting, ServiceItem item, Citizen citizen, Instant now) {
        this(
                waiting.id(),
                waiting.number(),
                item,
                citizen,
                waiting.receipt().map(Collectable.Owed::receipt),
                waiting.receipt().flatMap(Collectable.Owed::paidInFen),
                waiting.receipt()
                        .map(it -> it.receipt().accepted())
                        .or(waiting::issued)
                        .orElse(now),
                waiting.printed() + 1);
    }

    /** The same for the next print of its paper. */
    Handed again() {
        return new Handed(id, number, item, citizen, receipt, paidInFen, taken, copy + 1);
    }

    /** The last day on which what did not come out can be collected. */
    public LocalDate collectBy() {
        return slip().collectBy();
    }

    /** What tells how a document that is issued and did not come out is collected. */
    Slip claimSlip() {
        return slip().claiming();
    }

    /** What its receipt tells. A certificate that is not issued yet gets a claim. */
    public Slip slip() {
        return new Slip(
                id,
                number,
                receipt.map(CaseReceipt::caseNumber),
                item.title(),
                citizen.maskedName(),
                LocalDateTime.ofInstant(taken, CHINA),
                item.result().next(),
                receipt.flatMap(CaseReceipt::due),
                paidInFen,
                item.kind() == Kind.CERTIFICATE,
                false,
                copy,
                Optional.empty());
    }

    @Override
    public String toString() {
        return "Handed[" + number + "]";
    }
}
