package kiosk.sync.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kiosk.platform.SlipProofs.Finding;
import kiosk.platform.SlipProofs.Forged;
import kiosk.platform.SlipProofs.Genuine;
import kiosk.platform.SlipProofs.NotASlip;
import kiosk.platform.SlipProofs.Reason;
import kiosk.platform.SlipProofs.Undecided;
import kiosk.submission.SubmissionId;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.Endorsement;
import kiosk.sync.seal.SignedLines;
import kiosk.sync.seal.Signer;
import kiosk.sync.seal.Sm2PublicKey;
import kiosk.sync.seal.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipDeskTest {
    private static final SubmissionId ID = SubmissionId.parse("0193a1f0-5c11-7abc-8def-0123456789ab");
    private static final Instant AT = Instant.parse("2026-11-22T01:15:02.123Z");
    private static final SlipDesk.Taken TAKEN = new SlipDesk.Taken(
            AT, Sm3.field(new byte[] {1}), "social-security.flexible-employment-registration", "K001-261122-0007-2");
    private static final Genuine GENUINE = new Genuine("K001", TAKEN.number(), TAKEN.item(), AT);

    private static final Map<String, Signer> KEYS = new HashMap<>();

    private static Signer key(String name) {
        return KEYS.computeIfAbsent(name, it -> Sm2Secret.fresh(new SecureRandom()));
    }

    private static Endorsement endorsed(Signer platform, String terminal, Sm2PublicKey key) {
        byte[] signature = platform.sign(SignedLines.of("OKE1", terminal, key.id()));
        return new Endorsement(platform.publicKey().id(), Base64.getEncoder().encodeToString(signature));
    }

    private static SlipDesk desk(String terminal, Signer signer, Optional<Endorsement> endorsement) {
        return new SlipDesk(
                new SlipDesk.Self(terminal, signer, () -> endorsement),
                id -> id.equals(ID) ? Optional.of(TAKEN) : Optional.empty(),
                id -> Optional.of(key("platform").publicKey())
                        .filter(it -> it.id().equals(id)));
    }

    private static SlipDesk terminal(String terminal) {
        Sm2PublicKey own = key(terminal).publicKey();
        return desk(terminal, key(terminal), Optional.of(endorsed(key("platform"), terminal, own)));
    }

    private static String proof() {
        return terminal("K001").proof(ID).orElseThrow();
    }

    private static Finding elsewhere(String code) {
        return terminal("K002").check(code);
    }

    @Test
    void anotherTerminalFindsASlipGenuineWithoutNetwork() {
        String proof = proof();
        assertThat(elsewhere(proof)).isEqualTo(GENUINE);
        assertThat(elsewhere(proof.toLowerCase(Locale.ROOT)))
                .as("read by a scanner that gives small letters")
                .isEqualTo(GENUINE);
    }

    @Test
    void aTerminalThatIsNotEndorsedProvesNothing() {
        assertThat(desk("K001", key("K001"), Optional.empty()).proof(ID)).isEmpty();
        assertThat(terminal("K001").proof(SubmissionId.parse("0193a1f0-5c11-7abc-8def-0123456789ac")))
                .isEmpty();
    }

    @Test
    void theCodeIsShortEnoughForTheRoll() {
        assertThat(proof()).startsWith("OKQ1:").hasSizeLessThan(480).matches("[0-9A-Z $%*+./:-]+");
    }

    @Test
    void whatWasChangedByOneCharacterIsForged() {
        String proof = proof();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int place = 5 + random.nextInt(proof.length() - 5);
            char other = proof.charAt(place) == '7' ? '8' : '7';
            String changed = proof.substring(0, place) + other + proof.substring(place + 1);
            assertThat(elsewhere(changed)).as("at %s", place).isInstanceOf(Forged.class);
        }
    }

    @Test
    void aTerminalThatNobodyEndorsedCannotSignForOneThatIs() {
        Signer forger = key("forger");
        Endorsement stolen = endorsed(key("platform"), "K001", key("K001").publicKey());
        assertThat(elsewhere(desk("K001", forger, Optional.of(stolen)).proof(ID).orElseThrow()))
                .isEqualTo(new Forged(Reason.NOT_ENDORSED));
        assertThat(elsewhere(
                        desk("K009", key("K001"), Optional.of(stolen)).proof(ID).orElseThrow()))
                .isEqualTo(new Forged(Reason.NOT_ENDORSED));
    }

    @Test
    void anEndorsementByAKeyThatIsNotHeldDecidesNothing() {
        Signer forger = key("forger");
        Endorsement own = endorsed(forger, "K001", forger.publicKey());
        assertThat(elsewhere(desk("K001", forger, Optional.of(own)).proof(ID).orElseThrow()))
                .isEqualTo(new Undecided());
    }

    @Test
    void aSignatureOfAnotherSlipIsForged() {
        String proof = proof();
        assertThat(elsewhere(proof.substring(0, proof.length() - 48) + proof().substring(proof.length() - 48)))
                .isEqualTo(new Forged(Reason.CHANGED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EC-0001",
                "okq:00",
                "https://example.org/OKQ1:",
                "kiosk:0193a1f0-5c11-7abc-8def-0123456789ab"
            })
    void anyOtherCodeIsNoSlip(String code) {
        assertThat(elsewhere(code)).isEqualTo(new NotASlip());
    }

    @Test
    void hostileCodesAreSpoiltAndNothingWorse() {
        String proof = proof();
        Finding spoilt = new Forged(Reason.SPOILT);
        for (int length = 5; length < proof.length(); length++) {
            assertThat(elsewhere(proof.substring(0, length))).isEqualTo(spoilt);
        }
        for (String each : List.of("OKQ1:" + "0".repeat(1 << 20), proof + "000", "OKQ1:办", "OKQ1:" + ":".repeat(600))) {
            assertThat(elsewhere(each)).isEqualTo(spoilt);
        }
        Random random = new Random(14);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 1;
            }
            assertThat(elsewhere("OKQ1:" + Base45.encode(bytes))).isInstanceOf(Forged.class);
        }
    }
}
