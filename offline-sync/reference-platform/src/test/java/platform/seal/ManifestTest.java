package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import platform.Sealing;

class ManifestTest {
    private static final int SEGMENT = 65_536 + 16;
    private static final UUID ID = UUID.fromString("01935c3a-7b1e-7f00-8a00-0123456789ab");
    private static final UUID NONE = new UUID(0, 0);
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final Sealing.Signer SIGNER = new Sealing.Signer(BigInteger.valueOf(4711));

    @TempDir
    Path folder;

    private PlatformKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = PlatformKeys.in(folder);
    }

    private Sealing.Sealed sealed(UUID id, byte[]... plain) {
        Sealing.About about = new Sealing.About(
                id, NONE, NONE, "application", 1, 2, new byte[32], "T0001", "tax.income-tax-record", "K01-0001");
        byte[] recipient = Base64.getDecoder().decode(keys.current().publicKey().base64());
        return new Sealing(about, List.of(recipient), SIGNER, new SecureRandom()).seal(List.of(plain), n -> false);
    }

    private static byte[] body(Sealing.Sealed sealed) {
        byte[] body = sealed.manifest();
        for (byte[] part : sealed.parts()) {
            int length = body.length;
            body = Arrays.copyOf(body, length + part.length);
            System.arraycopy(part, 0, body, length, part.length);
        }
        return body;
    }

    private static byte[] plaintext(int length) {
        byte[] plaintext = new byte[length];
        new Random(length).nextBytes(plaintext);
        return plaintext;
    }

    private byte[] opened(byte[] part) throws Unreadable {
        Sealing.Sealed sealed = sealed(ID, part);
        Manifest manifest = Manifest.read(new ByteReader(sealed.manifest()));
        return new PartCipher(manifest, dataKey(manifest))
                .open(0, sealed.parts().get(0));
    }

    private byte[] dataKey(Manifest manifest) throws Unreadable {
        Manifest.Recipient recipient = manifest.envelope().recipients().get(0);
        return keys.opening(recipient.key()).orElseThrow().unwrap(recipient.wrapped());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void whatWasSealedComesOut(int length) throws Unreadable {
        assertThat(opened(plaintext(length))).isEqualTo(plaintext(length));
    }

    @Test
    void aManifestSaysWhatTheTerminalSaid() throws Unreadable {
        Manifest manifest = Manifest.read(new ByteReader(sealed(ID, JSON).manifest()));
        assertThat(manifest.subject())
                .isEqualTo(new Subject(
                        new Subject.Ids(ID.toString(), "", ""),
                        "application",
                        1,
                        "T0001",
                        "tax.income-tax-record",
                        "K01-0001"));
        assertThat(manifest.journal().count()).isEqualTo(2);
        assertThat(manifest.signingKey()).isEqualTo(SIGNER.id());
        assertThat(manifest.isSignedBy(new PublicKey(SIGNER.publicKey()))).isTrue();
        assertThat(manifest.isSignedBy(keys.sign().publicKey())).isFalse();
    }

    /** Read, signed by the terminal, and all parts in their places: what a submission must pass before it is opened. */
    private static boolean passes(byte[] body) {
        try {
            SealedSubmission sealed = SealedSubmission.read(body);
            sealed.mustHoldItsParts();
            return sealed.manifest().isSignedBy(new PublicKey(SIGNER.publicKey()))
                    && sealed.manifest().signingKey().equals(SIGNER.id());
        } catch (Unreadable e) {
            return false;
        }
    }

    @Test
    void anySingleBentByteIsNoticed() {
        byte[] body = body(sealed(ID, JSON));
        assertThat(passes(body)).isTrue();
        for (int i = 0; i < body.length; i++) {
            byte[] bent = body.clone();
            bent[i] ^= 1;
            assertThat(passes(bent)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void anyShorterBodyIsNoticed() {
        byte[] body = body(sealed(ID, JSON));
        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> SealedSubmission.read(cut)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void randomBytesAreNoManifest() {
        Random random = new Random(1);
        byte[] body = body(sealed(ID, JSON));
        for (int i = 0; i < 2000; i++) {
            byte[] noise = body.clone();
            int from = 5 + random.nextInt(body.length - 10);
            for (int at = from; at < body.length; at++) {
                noise[at] = (byte) random.nextInt();
            }
            assertThat(passes(noise)).isFalse();
        }
    }

    @Test
    void aPartOpensNeitherCutNorSwappedNorAsAnotherOneNorUnderAnotherId() throws Unreadable {
        Sealing.Sealed sealed = sealed(ID, plaintext(2 * 65_536));
        byte[] part = sealed.parts().get(0);
        Manifest manifest = Manifest.read(new ByteReader(sealed.manifest()));
        PartCipher cipher = new PartCipher(manifest, dataKey(manifest));
        byte[] swapped = part.clone();
        System.arraycopy(part, 0, swapped, SEGMENT, SEGMENT);
        System.arraycopy(part, SEGMENT, swapped, 0, SEGMENT);
        Manifest other =
                Manifest.read(new ByteReader(sealed(UUID.randomUUID(), JSON).manifest()));
        assertThat(cipher.open(0, part)).hasSize(2 * 65_536);
        assertThatThrownBy(() -> cipher.open(1, part)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> cipher.open(0, Arrays.copyOf(part, SEGMENT))).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> cipher.open(0, swapped)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> new PartCipher(other, dataKey(manifest)).open(0, part))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void anotherPlatformOpensNothing(@TempDir Path elsewhere) throws Unreadable {
        SealedSubmission sealed = SealedSubmission.read(body(sealed(ID, JSON)));
        PlatformKeys others = PlatformKeys.in(elsewhere);
        assertThatThrownBy(() -> sealed.open(others, Map.of())).isInstanceOf(Unreadable.class);
        assertThat(sealed.open(keys, Map.of()).json()).isEqualTo(JSON);
    }

    @Test
    void anyPlaintextIsReadOrRefused() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[1 + random.nextInt(60)];
            random.nextBytes(noise);
            Arrays.fill(noise, 0, Math.min(3, noise.length), (byte) 0);
            assertThatThrownBy(() -> Payload.of(List.of(JSON, noise))).isInstanceOf(Unreadable.class);
            assertThatThrownBy(() -> Payload.of(List.of(noise))).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void theKeysAreTheSameAfterARestartAndSayTheirOwnIds() {
        keys.announceNext();
        keys.rotate();
        keys.rotateSign();
        PlatformKeys again = PlatformKeys.in(folder);
        assertThat(again.current().publicKey()).isEqualTo(keys.current().publicKey());
        assertThat(again.signers())
                .extracting(KeyPair::id)
                .isEqualTo(keys.signers().stream().map(KeyPair::id).toList());
        assertThat(keys.current().id()).matches("[0-9a-f]{16}");
        assertThat(PublicKey.of(keys.current().publicKey().base64()))
                .contains(keys.current().publicKey());
    }
}
