package platform.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The province's own authority for terminals: a P-256 key with its certificate, made at the first start and kept in the folder of keys
 * ({@code tls-ca.p12}, readable by its owner alone); {@code tls-ca.pem} is what terminals are delivered with.
 */
public final class Authority {
    private static final Logger LOG = LoggerFactory.getLogger(Authority.class);
    private static final String FILE = "tls-ca.p12";
    private static final String PUBLISHED = "tls-ca.pem";
    private static final String ALIAS = "authority";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final int SERIAL_BITS = 127;

    /** The file's mode protects it; the format wants a word all the same. */
    private static final char[] WORD = "authority".toCharArray();

    private final PrivateKey key;
    private final X509Certificate certificate;

    private Authority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** The authority kept in that folder. */
    public static Authority in(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (Files.notExists(file)) {
                make(folder, file);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, WORD);
            }
            return new Authority((PrivateKey) store.getKey(ALIAS, WORD), (X509Certificate) store.getCertificate(ALIAS));
        } catch (IOException e) {
            throw new UncheckedIOException("The authority's key can be neither read nor made.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authority's file does not hold its key.", e);
        }
    }

    private static void make(Path folder, Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = freshPair();
        X509Certificate own = selfSigned(pair);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, WORD);
        store.setKeyEntry(ALIAS, pair.getPrivate(), WORD, new Certificate[] {own});
        Path draft = Files.createTempFile(
                folder,
                "tls",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            store.store(out, WORD);
        }
        force(draft, StandardOpenOption.WRITE);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            LOG.info("Another node has made the authority");
        }
        Files.delete(draft);
        force(folder, StandardOpenOption.READ);
    }

    /** Terminals are delivered with what this signs: it must not be gone after a power cut. */
    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair) throws GeneralSecurityException, CertIOException {
        X500Principal name = new X500Principal("CN=Reference platform terminals");
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        name,
                        freshSerial(),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(LIFE)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        return signed(builder, pair.getPrivate());
    }

    static KeyPair freshPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static BigInteger freshSerial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
    }

    X509Certificate signed(X509v3CertificateBuilder builder) {
        return signed(builder, key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("An authority signs certificates.", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Whether this authority signed it, whenever that was. */
    boolean signed(X509Certificate other) {
        try {
            other.verify(certificate.getPublicKey());
            return other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Writes the certificate that terminals are delivered with. */
    public Path publish(Path folder) {
        try {
            Path draft = Files.createTempFile(folder, "tls", ".draft");
            Files.writeString(draft, pem(certificate));
            return Files.move(
                    draft,
                    folder.resolve(PUBLISHED),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The authority's certificate cannot be published.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate has an encoding.", e);
        }
    }
}
