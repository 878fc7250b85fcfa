package platform.submission;

import platform.seal.SealedSubmission;
import platform.seal.Subject;

/** A submission whose manifest was read and is signed by its terminal. */
public record Delivery(SealedSubmission sealed, boolean citizenWaits, String digest) {
    static Delivery of(SealedSubmission sealed, boolean citizenWaits) {
        return new Delivery(sealed, citizenWaits, sealed.manifest().digest());
    }

    Subject subject() {
        return sealed.manifest().subject();
    }

    String id() {
        return subject().id();
    }

    String terminal() {
        return subject().terminal();
    }

    boolean isPayment() {
        return subject().kind().equals("payment");
    }
}
