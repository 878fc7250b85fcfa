package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.HexFormat;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardProof;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.SocialCardEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A technician's card over the wire of a PC/SC service. */
class TechnicianCardTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SocialCardEmulator emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);
    private final SocialCardReader reader = EmulatedSocialCardBench.open(emulator);

    @AfterEach
    void close() {
        reader.close();
        emulator.close();
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] hash(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCardSignsTheChallengeWithItsOwnKeyAndNoOther() throws Exception {
        KeyPair key = key();
        emulator.insertTechnicianCard(key.getPrivate());
        CardProof proof = reader.prove(hash("challenge"), SOON);
        assertThat(proof).isInstanceOf(CardProof.Signed.class);
        assertThat(fits(key, proof)).isTrue();
        assertThat(fits(key(), proof)).isFalse();
    }

    private static boolean fits(KeyPair key, CardProof proof) throws Exception {
        Signature check = Signature.getInstance("NONEwithECDSA");
        check.initVerify(key.getPublic());
        check.update(hash("challenge"));
        return check.verify(((CardProof.Signed) proof).signature());
    }

    @Test
    void aCitizensCardProvesNothingAndCanBeReadAfterwards() throws Exception {
        emulator.insert(CardContent.ofAnotherKind());
        assertThat(reader.prove(hash("challenge"), SOON)).isEqualTo(new CardProof.Unfit());
        assertThat(reader.read(SOON)).isInstanceOf(SocialCardReader.Unreadable.class);
    }

    @Test
    void withoutACardNobodyIsProvedAndWithoutAReaderThatIsSaid() throws Exception {
        assertThat(reader.prove(hash("challenge"), Duration.ofMillis(150))).isEqualTo(new CardProof.NoCard());
        emulator.unplug();
        assertThat(reader.prove(hash("challenge"), SOON)).isInstanceOf(CardProof.Broken.class);
        reader.close();
        assertThat(reader.prove(hash("challenge"), SOON)).isInstanceOf(CardProof.Broken.class);
    }

    @Test
    void anAnswerThatIsNoTemplateIsNoSignature() {
        for (String data : new String[] {"", "7c", "7c05820301", "7d03820101", "7c0382010102", "7c81", "7c8000"}) {
            assertThat(PivCard.value(HexFormat.of().parseHex(data), 0x7C))
                    .as(data)
                    .isEmpty();
        }
        assertThat(PivCard.value(HexFormat.of().parseHex("7c03820101"), 0x7C)).isPresent();
        assertThat(PivCard.value(HexFormat.of().parseHex("7c8103820101"), 0x7C)).isPresent();
    }
}
