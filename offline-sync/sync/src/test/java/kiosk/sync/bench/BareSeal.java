package kiosk.sync.bench;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/** The least that seals: SM4-GCM over the bytes, SM2 over the key, SM2 with SM3 under the manifest. */
final class BareSeal {
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final AsymmetricCipherKeyPair platform = keys();
    private final AsymmetricCipherKeyPair terminal = keys();

    private AsymmetricCipherKeyPair keys() {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH()), random));
        return generator.generateKeyPair();
    }

    /** Seals the bytes, and signs others; answers how long all of it is. */
    int seal(byte[] bytes, byte[] manifest) throws CryptoException {
        byte[] key = new byte[KEY];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(key);
        random.nextBytes(nonce);
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce));
        byte[] sealed = new byte[cipher.getOutputSize(bytes.length)];
        int done = cipher.processBytes(bytes, 0, bytes.length, sealed, 0);
        done += cipher.doFinal(sealed, done);
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(platform.getPublic(), random));
        byte[] wrapped = engine.processBlock(key, 0, KEY);
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(true, new ParametersWithID(new ParametersWithRandom(terminal.getPrivate(), random), new byte[KEY]));
        signer.update(manifest, 0, manifest.length);
        return done + wrapped.length + signer.generateSignature().length;
    }
}
