package kiosk.sync.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Keys in a PKCS #11 token, by the JDK's own provider: the P-256 key of TLS with its certificate, and an AES key that wraps the SM2
 * signing key, because that provider knows no SM2. Neither key ever leaves the token; the signing key is opened by it into memory.
 *
 * <pre>
 * kiosk-tls    private key, P-256, with the certificate chain; before the terminal is enrolled, with one that it made itself
 * kiosk-wrap   secret key, AES-256
 * wrapped      12 bytes nonce ‖ AES-GCM ciphertext ‖ 16-byte tag
 * </pre>
 */
public final class Pkcs11Keys implements TerminalKeys {
    private static final String TLS = "kiosk-tls";
    private static final String WRAP = "kiosk-wrap";
    private static final String OWN = "CN=not enrolled";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int AES_BITS = 256;
    private static final String CONFIGURATION = """
            --name = Kiosk
            library = %s
            slotListIndex = %d
            attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_SIGN = true
            }
            attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_ENCRYPT = true
              CKA_DECRYPT = true
            }
            """;

    private final Provider provider;
    private final KeyStore store;

    /**
     * Where the token is.
     *
     * @param module the vendor's library
     * @param slot which of the slots with a token, from 0
     * @param pinFile the user's PIN on its first line; for its owner's eyes alone
     */
    public record Token(Path module, int slot, Path pinFile) {}

    /**
     * Opens the token.
     *
     * @throws IllegalStateException if it is not there or takes another PIN
     */
    public Pkcs11Keys(Token token) {
        char[] pin = pin(token.pinFile());
        try {
            provider =
                    Security.getProvider("SunPKCS11").configure(CONFIGURATION.formatted(token.module(), token.slot()));
            Security.addProvider(provider);
            store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
        } catch (GeneralSecurityException | IOException | java.security.ProviderException e) {
            throw new IllegalStateException("the token with the terminal's keys cannot be opened", e);
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static char[] pin(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.findFirst().orElse("").strip().toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the PIN of the token cannot be read", e);
        }
    }

    private interface Doing<T> {
        T now() throws GeneralSecurityException, IOException;
    }

    private static <T> T inToken(Doing<T> doing) {
        try {
            return doing.now();
        } catch (GeneralSecurityException | IOException | java.security.ProviderException e) {
            throw new IllegalStateException("the token with the terminal's keys does not serve", e);
        }
    }

    @Override
    public synchronized KeyPair tls() {
        return inToken(() -> {
            Key key = store.getKey(TLS, null);
            return key instanceof PrivateKey secret
                    ? new KeyPair(store.getCertificate(TLS).getPublicKey(), secret)
                    : made();
        });
    }

    private KeyPair made() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        store.setKeyEntry(TLS, pair.getPrivate(), null, new Certificate[] {selfMade(pair)});
        store.store(null, null);
        return new KeyPair(pair.getPublic(), (PrivateKey) store.getKey(TLS, null));
    }

    /** A token keeps no private key without a certificate. */
    private X509Certificate selfMade(KeyPair pair) throws GeneralSecurityException {
        X500Name own = new X500Name(OWN);
        Instant now = Instant.now();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    own,
                    BigInteger.ONE,
                    Date.from(now),
                    Date.from(now.plus(Duration.ofDays(1))),
                    own,
                    pair.getPublic());
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(provider)
                            .build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the token does not sign", e);
        }
    }

    @Override
    public synchronized List<X509Certificate> certificate() {
        return inToken(() -> Optional.ofNullable(store.getCertificateChain(TLS)).stream()
                .flatMap(Arrays::stream)
                .map(X509Certificate.class::cast)
                .filter(it -> !it.getSubjectX500Principal().getName().equals(OWN))
                .toList());
    }

    @Override
    public synchronized void keep(List<X509Certificate> chain) {
        KeyPair pair = tls();
        inToken(() -> {
            store.setKeyEntry(TLS, pair.getPrivate(), null, chain.toArray(new Certificate[0]));
            store.store(null, null);
            return chain;
        });
    }

    @Override
    public byte[] wrap(byte[] secret) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] sealed = inToken(() -> cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        if (wrapped.length <= NONCE) {
            throw new IllegalStateException("not wrapped by this token");
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE);
        return inToken(() -> cipher(Cipher.DECRYPT_MODE, nonce).doFinal(wrapped, NONCE, wrapped.length - NONCE));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, wrapping(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private synchronized SecretKey wrapping() throws GeneralSecurityException, IOException {
        if (!(store.getKey(WRAP, null) instanceof SecretKey)) {
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(AES_BITS);
            store.setEntry(WRAP, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
            store.store(null, null);
        }
        return (SecretKey) store.getKey(WRAP, null);
    }

    /** Gives the token back. */
    @Override
    public void close() {
        Security.removeProvider(provider.getName());
    }
}
