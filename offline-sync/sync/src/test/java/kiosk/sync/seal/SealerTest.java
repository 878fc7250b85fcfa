package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kiosk.submission.Correction;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.Handed;
import kiosk.sync.keys.Sm2Secret;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;

class SealerTest extends SealingDesk {
    @Test
    void thePlatformReadsWhatTheCitizenHandedIn() throws Exception {
        byte[] page = {9, 8, 7};
        Submission submission = Handed.withPages(page);
        Sealed sealed = sealed(submission);
        JsonNode json = first(sealed);
        assertThat(json.path("id").asText()).isEqualTo(submission.id().toString());
        assertThat(json.path("number").asText()).isEqualTo(LABELS.number());
        assertThat(json.path("citizen").toString())
                .isEqualTo("{\"name\":\"张测试\",\"number\":\"110101199003078881\",\"evidence\":\"id-card\","
                        + "\"assurance\":\"chip-alone\"}");
        assertThat(json.path("values").path("phone").toString())
                .isEqualTo("{\"value\":\"13800000000\",\"source\":\"platform\"}");
        assertThat(json.path("materials").get(0).toString())
                .isEqualTo("{\"material\":\"referral\",\"source\":\"scan\",\"pages\":1}");
        assertThat(json.path("signature").path("base64").asText()).isEqualTo("AQID");
        assertThat(json.path("createdAt").asText()).endsWith("+08:00");
        assertThat(json.has("amountFen")).isFalse();
        assertThat(header(sealed, 1).toString())
                .isEqualTo("{\"material\":\"referral\",\"page\":1,\"contentType\":\"image/jpeg\"}");
        assertThat(opened(sealed, 1)).endsWith(page);
    }

    @Test
    void theManifestSaysWhatIsSentAndTheTerminalSignsIt() {
        Submission submission = Handed.withPages(new byte[10], new byte[200_000]);
        Sealed sealed = sealed(submission);
        Opener.Head head = Opener.head(sealed.body());
        assertThat(head.id()).isEqualTo(submission.id().uuid());
        assertThat(List.of(head.dependsOn(), head.replaces())).containsOnly(new UUID(0, 0));
        assertThat(head.kind()).isEqualTo(1);
        assertThat(List.of(head.terminal(), head.item(), head.number()))
                .containsExactly("K001", LABELS.item(), LABELS.number());
        assertThat(head.parts()).extracting(Opener.PartHead::uploaded).containsExactly(false, false, true);
        assertThat(head.parts()).allSatisfy(it -> {
            byte[] bytes = sealed.parts().get(head.parts().indexOf(it)).bytes();
            assertThat(it.length()).isEqualTo(bytes.length);
            assertThat(it.sm3()).isEqualTo(Sm3.of(bytes));
        });
        assertThat(head.signingKey()).isEqualTo(terminal.publicKey().id());
        assertThat(terminal.publicKey().verifies(head.signed(), head.signature()))
                .isTrue();
        int inline =
                sealed.parts().get(0).bytes().length + sealed.parts().get(1).bytes().length;
        assertThat(sealed.body()).hasSize(sealed.manifest().length + inline);
        assertThat(head.signed().length + 64).isEqualTo(sealed.manifest().length);
    }

    @Test
    void whatPutsACaseRightSaysWhichAndWhatRatesSaysWhat() {
        Submission mended = Handed.care();
        SubmissionId replaced = SubmissionId.create(Clock.systemUTC());
        SubmissionNumber number = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);
        assertThat(Opener.head(sealed(Handed.correcting(mended, new Correction(number, Optional.of(replaced))))
                                .manifest())
                        .replaces())
                .isEqualTo(replaced.uuid());
        try (Sealing sealing = sealer.begin(Handed.rating(mended, 5))) {
            Labels labels =
                    new Labels("K001", LABELS.number(), LABELS.item(), "rating", LABELS.clock(), LABELS.journal());
            Opener.Head head = Opener.head(sealing.finished(labels).manifest());
            assertThat(head.kind()).isEqualTo(4);
            assertThat(head.dependsOn()).isEqualTo(mended.id().uuid());
        }
    }

    @Test
    void anAnnouncedSuccessorCanOpenItToo() throws Exception {
        Opener.Key next = new Opener.Key();
        String announced = Opener.announces(platform.current, Optional.of(next), platform.sign, platform.sign);
        shelf.take(Announcement.read(new ObjectMapper().readTree(announced)).orElseThrow());
        assertThat(Opener.head(sealed(Handed.care()).manifest()).wrapped())
                .extracting(Opener.Wrapped::keyId)
                .containsExactly(platform.current.id(), next.id());
    }

    @Test
    void aCertificateTravelsByItsId() throws Exception {
        Sealed sealed = sealed(Handed.withCertificate("1.2.156"));
        assertThat(first(sealed).path("materials").get(0).toString())
                .isEqualTo(
                        "{\"material\":\"permit\",\"source\":\"certificate\",\"certificateId\":\"1.2.156\",\"pages\":0}");
        assertThat(sealed.parts()).hasSize(1);
    }

    @Test
    void theSameSubmissionIsNeverSealedAlikeTwice() {
        Submission submission = Handed.care();
        Sealed first = sealed(submission);
        Sealed second = sealed(submission);
        assertThat(first.parts().get(0).bytes())
                .isNotEqualTo(second.parts().get(0).bytes());
        assertThat(first.digest()).isNotEqualTo(second.digest());
    }

    @Test
    void onceItIsClosedTheKeyIsGone() {
        Sealing sealing = sealer.begin(Handed.care());
        sealing.close();
        Sealed sealed = sealing.finished(LABELS);
        assertThatThrownBy(() -> opened(sealed, 0)).isInstanceOf(InvalidCipherTextException.class);
    }

    @Test
    void allThatIsRandomIsDrawnFromTheOneSource() throws Exception {
        Submission submission = Handed.withPages(new byte[9]);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            SecureRandom drawn = SecureRandom.getInstance("SHA1PRNG");
            drawn.setSeed(20261122);
            Signer signing = Sm2Secret.fresh(drawn);
            Labels labels =
                    new Labels("K001", LABELS.number(), LABELS.item(), "application", fixed(), JournalHead.EMPTY);
            try (Sealing sealing = new Sealer(shelf, () -> signing, drawn).begin(submission)) {
                bodies.add(sealing.finished(labels).body());
            }
        }
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
    }

    private static Clock fixed() {
        return Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        Sealer keyless = new Sealer(new KeyShelf(folder.resolve("none"), Optional.empty()), () -> terminal);
        assertThat(keyless.ready()).isFalse();
        assertThatThrownBy(() -> keyless.begin(Handed.care())).isInstanceOf(NotSealed.class);
    }

    @Test
    void aRatingSaysNothingOfThePerson() throws Exception {
        Submission rated = Handed.care();
        try (Sealing sealing = sealer.begin(Handed.rating(rated, 2))) {
            Labels labels =
                    new Labels("K001", LABELS.number(), LABELS.item(), "rating", LABELS.clock(), LABELS.journal());
            assertThat(new String(opened(sealing.finished(labels), 0), StandardCharsets.UTF_8))
                    .contains("\"rating\":{\"of\":\"" + rated.id() + "\",\"stars\":2,\"reasons\":[\"slow\"]}")
                    .doesNotContain("citizen");
        }
    }
}
