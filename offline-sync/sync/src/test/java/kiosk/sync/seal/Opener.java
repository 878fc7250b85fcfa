package kiosk.sync.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/** The platform's side of the seal, written from PLATFORM-API.md, sections 1, 3, 5.2 and 6, alone. */
public final class Opener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    public final Key current = new Key();
    public final Key sign = new Key();

    /** A pair of keys of the platform. */
    public static final class Key {
        private final AsymmetricCipherKeyPair pair;

        public Key() {
            ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
            ECKeyPairGenerator generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(
                    new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH()),
                    new SecureRandom()));
            pair = generator.generateKeyPair();
        }

        byte[] point() {
            return ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        }

        public String base64() {
            return Base64.getEncoder().encodeToString(point());
        }

        public String id() {
            try {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(point());
                return HexFormat.of().formatHex(sum).substring(0, 16);
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        /** The signature over lines, as the wire writes it. */
        public String signs(String... values) {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
            signer.init(true, new ParametersWithID(pair.getPrivate(), USER));
            for (String value : values) {
                byte[] line = (value + "\n").getBytes(StandardCharsets.UTF_8);
                signer.update(line, 0, line.length);
            }
            try {
                return Base64.getEncoder().encodeToString(signer.generateSignature());
            } catch (CryptoException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The {@code keys} of a status. */
    public String announces() {
        return announces(current, Optional.empty(), sign, sign);
    }

    public static String announces(Key current, Optional<Key> next, Key sign, Key by) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("current").put("id", current.id()).put("publicKey", current.base64());
        next.ifPresent(it -> json.putObject("next").put("id", it.id()).put("publicKey", it.base64()));
        json.putObject("sign").put("id", sign.id()).put("publicKey", sign.base64());
        json.put("signedBy", by.id());
        String nextId = next.map(Key::id).orElse("");
        return json.put("signature", by.signs("OKK1", current.id(), nextId, sign.id()))
                .toString();
    }

    /** A shelf of a terminal that was delivered with these keys. */
    public KeyShelf shelf(Path folder) throws IOException {
        Path delivered = Files.writeString(folder.resolve("delivered.keys"), announces());
        return new KeyShelf(folder.resolve("platform.keys"), Optional.of(delivered));
    }

    /** What stands on a manifest. */
    public record Head(
            UUID id,
            UUID dependsOn,
            UUID replaces,
            int kind,
            String terminal,
            String item,
            String number,
            byte[] prefix,
            List<Wrapped> wrapped,
            List<PartHead> parts,
            String signingKey,
            byte[] signed,
            byte[] signature) {}

    /** The key for one recipient. */
    public record Wrapped(String keyId, byte[] key) {}

    /** The manifest at the beginning of a body. */
    public static byte[] manifest(byte[] body) {
        return Arrays.copyOf(body, head(body).signed().length + 64);
    }

    /** What a manifest says of a part. */
    public record PartHead(boolean uploaded, int length, byte[] sm3) {}

    /** Reads the manifest at the beginning of a body. */
    public static Head head(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (!Arrays.equals(take(in, 5), new byte[] {'O', 'K', 'M', '1', 1})) {
            throw new IllegalArgumentException("not a manifest");
        }
        UUID id = uuid(in);
        UUID dependsOn = uuid(in);
        UUID replaces = uuid(in);
        int kind = in.get();
        take(in, 8 + 8 + 32);
        String terminal = text(in);
        String item = text(in);
        String number = text(in);
        byte[] prefix = take(in, 6);
        List<Wrapped> wrapped = new ArrayList<>();
        for (int left = in.get(); left > 0; left--) {
            wrapped.add(new Wrapped(text(in), take(in, 113)));
        }
        List<PartHead> parts = new ArrayList<>();
        for (int left = in.get() & 0xff; left > 0; left--) {
            parts.add(new PartHead(in.get() == 1, in.getInt(), take(in, 32)));
        }
        String key = text(in);
        byte[] signed = Arrays.copyOf(body, in.position());
        byte[] signature = take(in, 64);
        return new Head(
                id, dependsOn, replaces, kind, terminal, item, number, prefix, wrapped, parts, key, signed, signature);
    }

    /** Whether every part is the one that the manifest names, those that travelled by themselves in their order. */
    public static boolean whole(byte[] body, List<byte[]> travelled) {
        Head head = head(body);
        int at = head.signed().length + 64;
        int uploaded = 0;
        for (PartHead part : head.parts()) {
            byte[] bytes =
                    part.uploaded() ? travelled.get(uploaded++) : Arrays.copyOfRange(body, at, at + part.length());
            at += part.uploaded() ? 0 : part.length();
            if (bytes.length != part.length() || !Arrays.equals(Sm3.of(bytes), part.sm3())) {
                return false;
            }
        }
        return at == body.length && uploaded == travelled.size();
    }

    /** The plaintext of a part sent under that id and number. */
    public byte[] part(Head head, UUID id, int number, byte[] sealed) throws InvalidCipherTextException {
        byte[] wrapped = head.wrapped().stream()
                .filter(it -> it.keyId().equals(current.id()))
                .findFirst()
                .orElseThrow()
                .key();
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(false, current.pair.getPrivate());
        byte[] key = engine.processBlock(wrapped, 0, wrapped.length);
        ByteBuffer in = ByteBuffer.wrap(sealed);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int i = 0; in.hasRemaining(); i++) {
            byte[] segment = take(in, Math.min(in.remaining(), 65_552));
            int word = in.hasRemaining() ? i : i | 0x8000_0000;
            byte[] nonce = ByteBuffer.allocate(12)
                    .put(head.prefix())
                    .putShort((short) number)
                    .putInt(word)
                    .array();
            byte[] associated = ByteBuffer.allocate(26)
                    .put("OKM1".getBytes(StandardCharsets.US_ASCII))
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putShort((short) number)
                    .putInt(word)
                    .array();
            plain.writeBytes(segment(segment, key, nonce, associated));
        }
        return plain.toByteArray();
    }

    private static byte[] segment(byte[] segment, byte[] key, byte[] nonce, byte[] associated)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(false, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
        byte[] plain = new byte[segment.length - 16];
        int done = cipher.processBytes(segment, 0, segment.length, plain, 0);
        cipher.doFinal(plain, done);
        return plain;
    }

    private static String text(ByteBuffer in) {
        return new String(take(in, in.get()), StandardCharsets.US_ASCII);
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
