package platform.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** Certificates of terminals: given for a PKCS #10 request (RFC 2986), remembered by their serial numbers, good for 90 days. */
public final class Certificates {
    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final int LONGEST_REQUEST = 8192;
    private static final int CURVE_BITS = 256;
    private static final String KNOWN =
            "SELECT certificate.* FROM certificate JOIN terminal ON terminal.id = certificate.terminal"
                    + " WHERE serial = ? AND terminal = ? AND revoked = 0 AND state = 'enrolled'";
    private static final String LATER =
            "SELECT 1 AS later FROM certificate WHERE terminal = ? AND seq > ? AND shown = 1";

    private final Path keys;
    private final IngestStore store;
    private final PlatformClock clock;
    private @Nullable Authority authority;

    /** @param keys the folder of the authority's key, which is not looked at before it is wanted */
    public Certificates(Path keys, IngestStore store, PlatformClock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    public synchronized Authority authority() {
        if (authority == null) {
            authority = Authority.in(keys);
        }
        return authority;
    }

    /** The chain, each in Base64 of DER, the terminal's own first. */
    public List<String> issue(Transaction tx, String terminal, String request) throws SQLException, Refusal {
        X509Certificate certificate = certificate(terminal, requested(terminal, request));
        tx.change(
                "INSERT INTO certificate (serial, terminal, shown, revoked) VALUES (?, ?, 0, 0)",
                serial(certificate),
                terminal);
        return List.of(base64(certificate), base64(authority().certificate()));
    }

    /** A further certificate for a terminal that has one. */
    public List<String> renew(String terminal, String request) throws Refusal {
        return store.inTransaction(tx -> issue(tx, terminal, request));
    }

    /** The key of a request that its holder signed and that names this terminal. */
    private static PublicKey requested(String terminal, String base64) throws Refusal {
        try {
            if (base64.length() > LONGEST_REQUEST) {
                throw new Refusal(ErrorCode.BAD_REQUEST);
            }
            JcaPKCS10CertificationRequest request =
                    new JcaPKCS10CertificationRequest(Base64.getDecoder().decode(base64));
            PublicKey key = request.getPublicKey();
            boolean isSound = key instanceof ECPublicKey curve
                    && curve.getParams().getCurve().getField().getFieldSize() == CURVE_BITS
                    && commonName(request.getSubject()).equals(terminal)
                    && request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
            if (isSound) {
                return key;
            }
        } catch (IOException
                | PKCSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) { // a reader of ASN.1 throws what it likes over what is none
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        throw new Refusal(ErrorCode.BAD_REQUEST);
    }

    private X509Certificate certificate(String terminal, PublicKey key) {
        Instant now = clock.instant();
        try {
            return authority()
                    .signed(new JcaX509v3CertificateBuilder(
                                    authority().certificate().getSubjectX500Principal(),
                                    Authority.freshSerial(),
                                    Date.from(now.minus(SLACK)),
                                    Date.from(now.plus(LIFE)),
                                    new X500Principal("CN=" + terminal),
                                    key)
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
        } catch (IOException e) {
            throw new IllegalStateException("A certificate takes its extensions.", e);
        }
    }

    /** Refuses a certificate that was not given to this terminal, was struck off, or is too old; a later one is in use where it is renewed no more. */
    void mustBeGood(X509Certificate certificate, String terminal, boolean forRenewal) throws Refusal {
        boolean isKnown = commonName(certificate).equals(terminal)
                && store.inTransaction(tx -> isKnown(tx, serial(certificate), terminal, forRenewal));
        if (!isKnown) {
            throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
        }
        boolean isExpired = clock.instant().isAfter(certificate.getNotAfter().toInstant());
        if (isExpired && !forRenewal) {
            throw new Refusal(ErrorCode.CERTIFICATE_EXPIRED);
        }
    }

    /** A certificate whose answer was lost was never shown: the one before it is then good for another. */
    private static boolean isKnown(Transaction tx, String serial, String terminal, boolean forRenewal)
            throws SQLException {
        Optional<Row> known = tx.one(KNOWN, serial, terminal);
        if (known.isEmpty()
                || (forRenewal
                        && tx.one(LATER, terminal, known.get().number("seq")).isPresent())) {
            return false;
        }
        if (known.get().number("shown") == 0) {
            tx.change("UPDATE certificate SET shown = 1 WHERE serial = ?", serial);
        }
        return true;
    }

    private static String commonName(X509Certificate certificate) {
        return commonName(new X500Name(certificate.getSubjectX500Principal().getName()));
    }

    private static String commonName(X500Name name) {
        return name.getRDNs(BCStyle.CN).length == 1
                ? IETFUtils.valueToString(name.getRDNs(BCStyle.CN)[0].getFirst().getValue())
                : "";
    }

    private static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate has an encoding.", e);
        }
    }
}
