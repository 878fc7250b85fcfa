package kiosk.sync.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.platform.SlipProofs;
import kiosk.submission.SubmissionId;
import kiosk.sync.fuzz.Dose;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.Endorsement;
import kiosk.sync.seal.SignedLines;
import kiosk.sync.seal.Signer;
import kiosk.sync.seal.Sm3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody holds before the scanner: a code in its bytes, and any text that begins as one. */
class SlipFuzzTest {
    private static final Signer PLATFORM = Sm2Secret.fresh(new SecureRandom());
    private static final Signer TERMINAL = Sm2Secret.fresh(new SecureRandom());
    private static final SubmissionId ID = SubmissionId.parse("0193a1f0-5c11-7abc-8def-0123456789ab");
    private static final SlipDesk.Taken TAKEN = new SlipDesk.Taken(
            Instant.parse("2026-11-22T01:15:02.123Z"),
            Sm3.field(new byte[] {1}),
            "social-security.flexible-employment-registration",
            "K001-261122-0007-2");
    private static final SlipDesk DESK = desk();
    private static final String GENUINE = DESK.proof(ID).orElseThrow();

    private static SlipDesk desk() {
        byte[] word = PLATFORM.sign(
                SignedLines.of("OKE1", "K001", TERMINAL.publicKey().id()));
        Endorsement endorsement =
                new Endorsement(PLATFORM.publicKey().id(), Base64.getEncoder().encodeToString(word));
        return new SlipDesk(
                new SlipDesk.Self("K001", TERMINAL, () -> Optional.of(endorsement)),
                id -> Optional.of(TAKEN),
                id -> Optional.of(PLATFORM.publicKey()));
    }

    private static byte[] bytes(String code) {
        return Base45.decode(code.substring(SlipProofs.PREFIX.length())).orElseThrow();
    }

    static Stream<byte[]> wellFormed() {
        return Stream.of(bytes(GENUINE));
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverIsHeldBeforeTheScannerIsNotGenuineUnlessItIs(byte[] came) {
        String code = SlipProofs.PREFIX + Base45.encode(came);
        boolean same = Arrays.equals(came, bytes(GENUINE));
        assertThat(DESK.check(code) instanceof SlipProofs.Genuine).isEqualTo(same);
        assertThat(bytes(code)).isEqualTo(came);
        String text = SlipProofs.PREFIX + new String(came, StandardCharsets.ISO_8859_1);
        assertThat(DESK.check(text)).isNotInstanceOf(SlipProofs.Genuine.class);
    }

    @Test
    void damagedCodesAreNotGenuine() throws Exception {
        Dose.of(SlipFuzzTest.class, "whateverIsHeldBeforeTheScannerIsNotGenuineUnlessItIs", wellFormed())
                .feed(500, this::whateverIsHeldBeforeTheScannerIsNotGenuineUnlessItIs);
    }
}
