package kiosk.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.form.Entry;
import kiosk.identity.Citizen;

/**
 * What a citizen hands in (办件).
 *
 * @param feeInFen the money to be paid, for items that cost any
 * @param correction what it puts right; its number is taken over then, and no new one given
 */
public record Submission(
        SubmissionId id,
        ServiceItem item,
        Citizen citizen,
        Consent consent,
        Map<String, Entry> answers,
        List<SuppliedMaterial> materials,
        Optional<Signature> signature,
        Optional<Long> feeInFen,
        Instant created,
        Optional<Correction> correction) {
    /** The most that all scanned pages may have together: all sealed parts may have 32 MiB, and the rest needs its part. */
    public static final int MOST_PAGE_BYTES = 30 << 20;

    /** The most that the pages of one PDF may have: the platform takes 8 MiB as one page. */
    public static final int MOST_BOUND_BYTES = (8 << 20) - (256 << 10);

    /** Keeps the collections from changing. */
    public Submission {
        answers = Map.copyOf(answers);
        materials = List.copyOf(materials);
    }

    /** The same with other materials. */
    public Submission with(List<SuppliedMaterial> others) {
        return new Submission(id, item, citizen, consent, answers, others, signature, feeInFen, created, correction);
    }

    @Override
    public String toString() {
        return "Submission[" + id + ", " + item.code() + "]";
    }
}
