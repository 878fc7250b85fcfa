package kiosk.sync.survey;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.sync.channel.Trust;

/** Judges the certificates that the platform shows, as the wire does, and says what it has against them. */
final class Credentials {
    private final X509ExtendedTrustManager judge;

    /** @param authorities a PEM file: whose certificates are taken for the platform's; without it, those Java knows */
    Credentials(Optional<Path> authorities) {
        this.judge = Trust.judge(authorities);
    }

    /** Somebody who sees what is shown and has it judged. */
    Witness witness() {
        return new Witness(Optional.of(judge));
    }

    /** A context that believes whom the witness lets pass, and shows what is its own. */
    static SSLContext context(Witness witness, KeyManager... own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, new TrustManager[] {witness}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java knows no TLS", e);
        }
    }

    /** What there is against a chain that was not taken: first its time, then its authority, and otherwise it is for somebody else. */
    Trouble objection(List<X509Certificate> chain, Instant now) {
        if (chain.stream().anyMatch(it -> now.isAfter(it.getNotAfter().toInstant()))) {
            return Trouble.EXPIRED;
        } else if (chain.stream().anyMatch(it -> now.isBefore(it.getNotBefore().toInstant()))) {
            return Trouble.NOT_YET_VALID;
        }
        return signedByATrustedOne(chain) ? Trouble.OTHER_HOST : Trouble.UNKNOWN_AUTHORITY;
    }

    private boolean signedByATrustedOne(List<X509Certificate> chain) {
        try {
            judge.checkServerTrusted(chain.toArray(new X509Certificate[0]), "UNKNOWN");
            return true;
        } catch (CertificateException not) {
            return false;
        }
    }
}
