package kiosk.sync.wire;

import java.util.Optional;
import kiosk.submission.IssuedDocument;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sha256;
import kiosk.sync.wire.Json.Malformed;

/** How a case stands, and the document it announces, if it is issued (PLATFORM-API.md, section 7). */
record Announced(Optional<Result> result) {
    /** What is said of a document before it is fetched. */
    record Result(String verificationCode, int pages, String digest) {}

    static Announced from(Json json) throws Malformed {
        String state = json.text("state");
        if (!state.equals("issued") && !state.equals("collected")) {
            return new Announced(Optional.empty());
        }
        Json result = json.object("result");
        return new Announced(
                Optional.of(new Result(result.text("verificationCode"), result.count("pages"), result.text("digest"))));
    }

    boolean issued() {
        return result.isPresent();
    }

    /** Takes the document if it is the one that was announced. */
    HttpPlatform.Taking<IssuedDocument> checking(SubmissionId id) {
        Result announced = result.orElseThrow();
        return success -> {
            if (!Sha256.field(success.body()).equals(announced.digest())) {
                throw new Malformed("not the document that was announced");
            }
            return new IssuedDocument(id, success.body(), announced.verificationCode(), announced.pages());
        };
    }
}
