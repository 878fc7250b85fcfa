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
        Instant created) {
    /** Keeps the collections from changing. */
    public Submission {
        answers = Map.copyOf(answers);
        materials = List.copyOf(materials);
    }

    @Override
    public String toString() {
        return "Submission[" + id + ", " + item.code() + "]";
    }
}
