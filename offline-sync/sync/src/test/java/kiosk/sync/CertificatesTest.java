package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiosk.platform.Answer;
import kiosk.platform.Collectable;
import kiosk.submission.IssuedDocument;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private Online online;

    @BeforeEach
    void open() throws Exception {
        online = new Online(folder);
    }

    @AfterEach
    void close() {
        online.close();
    }

    private Sync sync() {
        return online.sync;
    }

    @Test
    void aCertificateThePlatformHoldsStandsForThePaper() throws Exception {
        String session = sync().platform()
                .identify(Handed.idCard())
                .map(it -> it.session().orElseThrow())
                .or("");
        String id = sync().platform()
                .certificates(session, "residence-permit")
                .or(List.of())
                .get(0)
                .id();
        Submission care = Handed.withCertificate(id);
        sync().outbox().accept(care);
        assertThat(sync().outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void aCertificateIsIssuedAndCollectedAtAnotherTerminalToo() throws Exception {
        Submission asked = Handed.contributions();
        sync().outbox().accept(asked);
        assertThat(sync().outbox().delivery(asked.id(), PATIENCE)).isInstanceOf(Delivered.class);
        IssuedDocument here = issued(sync(), asked);
        assertThat(here.pages()).isPositive();
        assertThat(new String(here.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (Sync there = online.admitted("K002")) {
            assertThat(there.platform().document(asked.id())).isEqualTo(new Answer.Refused<>(Answer.Refusal.NOT_FOUND));
            String session = there.platform()
                    .identify(Handed.idCard())
                    .map(it -> it.session().orElseThrow())
                    .or("");
            assertThat(there.platform().collectables(session).or(List.of()))
                    .extracting(Collectable::id)
                    .containsExactly(asked.id());
            assertThat(issued(there, asked).verificationCode()).isEqualTo(here.verificationCode());
            assertThat(there.platform().collected(asked.id())).isEqualTo(new Answer.Answered<>(asked.id()));
            assertThat(there.platform().collectables(session).or(List.of())).isEmpty();
        }
    }

    /** Issued moments after acceptance: asked for until it is there. */
    private static IssuedDocument issued(Sync at, Submission submission) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (at.platform().document(submission.id()) instanceof Answer.Answered<IssuedDocument> answered) {
                return answered.value();
            }
        }
        throw new AssertionError("not issued");
    }
}
