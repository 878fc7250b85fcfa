package kiosk.sync.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A terminal's request for a certificate (PKCS #10, RFC 2986), and a look at what comes back. */
public final class CertificateRequest {
    private static final int LONGEST_CHAIN = 5;

    private CertificateRequest() {}

    /** The request in DER for the key and the common name, signed by the key. */
    public static byte[] of(String terminal, KeyPair pair) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(principal(terminal), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("the terminal's TLS key does not sign", e);
        }
    }

    /** Whether a request is one for that key. */
    public static boolean isFor(byte[] request, KeyPair pair) {
        try {
            return new JcaPKCS10CertificationRequest(request).getPublicKey().equals(pair.getPublic());
        } catch (IOException | GeneralSecurityException notARequest) {
            return false;
        }
    }

    private static X500Principal principal(String terminal) {
        return new X500Principal("CN=" + terminal);
    }

    /**
     * The chain in those texts, each the Base64 of DER.
     *
     * @throws CertificateException if it is none, or not for this terminal and this key
     */
    public static List<X509Certificate> answer(List<String> texts, String terminal, KeyPair pair)
            throws CertificateException {
        if (texts.isEmpty() || texts.size() > LONGEST_CHAIN) {
            throw new CertificateException("not a chain");
        }
        List<X509Certificate> chain = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (String text : texts) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(decoded(text))));
        }
        X509Certificate own = chain.get(0);
        if (!own.getSubjectX500Principal().equals(principal(terminal))
                || !own.getPublicKey().equals(pair.getPublic())) {
            throw new CertificateException("a certificate for somebody else");
        }
        for (int i = 0; i + 1 < chain.size(); i++) {
            verify(chain.get(i), chain.get(i + 1));
        }
        return chain;
    }

    private static void verify(X509Certificate child, X509Certificate parent) throws CertificateException {
        try {
            child.verify(parent.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("not a chain", e);
        }
    }

    private static byte[] decoded(String text) throws CertificateException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new CertificateException("not Base64", e);
        }
    }
}
