package kiosk.visit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.identity.Citizen;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Matter;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/**
 * What was handed in, as far as the citizen still needs it.
 *
 * @param receipt the platform's answer; empty while it has not got the submission
 */
public record Handed(
        SubmissionId id,
        SubmissionNumber number,
        ServiceItem item,
        Citizen citizen,
        Optional<CaseReceipt> receipt,
        Optional<Long> paidInFen,
        Instant taken) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    Handed(Matter matter, SubmissionNumber number, Optional<CaseReceipt> receipt, Instant taken) {
        this(
                matter.id(),
                number,
                matter.item(),
                matter.citizen(),
                receipt,
                matter.form().feeInFen(),
                taken);
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
                item.kind() == Kind.CERTIFICATE);
    }

    @Override
    public String toString() {
        return "Handed[" + number + "]";
    }
}
