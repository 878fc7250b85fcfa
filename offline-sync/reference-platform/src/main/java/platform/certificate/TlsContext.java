package platform.certificate;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * The platform's end of TLS: a certificate of its own authority, fresh with each start, and belief in whatever certificate that authority
 * signed, an expired one too: what such a one is still good for is the {@link CertificateGuard}'s to say, in words a terminal understands.
 */
public final class TlsContext {
    private static final Duration LIFE = Duration.ofDays(825);
    private static final char[] WORD = "in memory".toCharArray();

    private TlsContext() {}

    public static SSLContext of(Authority authority) {
        try {
            KeyPair pair = Authority.freshPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, WORD);
            Certificate[] chain = {own(authority, pair), authority.certificate()};
            store.setKeyEntry("platform", pair.getPrivate(), WORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, WORD);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {new Signed(authority)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up.", e);
        }
    }

    private static X509Certificate own(Authority authority, KeyPair pair) throws IOException {
        Instant now = Instant.now();
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        return authority.signed(new JcaX509v3CertificateBuilder(
                        authority.certificate().getSubjectX500Principal(),
                        Authority.freshSerial(),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(LIFE)),
                        new X500Principal("CN=localhost"),
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
    }

    /** Believes clients whose certificate the authority signed. */
    private static final class Signed extends X509ExtendedTrustManager {
        private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

        private final Authority authority;

        Signed(Authority authority) {
            this.authority = authority;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            boolean isForClients = chain.length > 0
                    && chain[0].getExtendedKeyUsage() != null
                    && chain[0].getExtendedKeyUsage().contains(CLIENT_AUTH);
            if (!isForClients || !authority.signed(chain[0])) {
                throw new CertificateException("This certificate is not of the platform's authority.");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("The platform is nobody's client.");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {authority.certificate()};
        }
    }
}
