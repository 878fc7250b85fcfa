package kiosk.sync.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whose certificates the terminal takes for the platform's. */
public final class Trust {
    private Trust() {}

    /**
     * Trust in the authorities of a PEM file and in nobody else; without a file, in those Java knows.
     *
     * @throws IllegalArgumentException if the file holds no certificate
     */
    public static SSLContext of(Optional<Path> authorities) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge(authorities)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the authorities to trust cannot be used", e);
        }
    }

    /** Who judges certificates so; the same conditions. */
    public static X509ExtendedTrustManager judge(Optional<Path> authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities.isPresent() ? store(authorities.get()) : null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Java judges no certificates"));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the authorities to trust cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of authorities to trust cannot be read", e);
        }
    }

    private static KeyStore store(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                number++;
                store.setCertificateEntry("authority-" + number, authority);
            }
        }
        if (number == 0) {
            throw new IllegalArgumentException("the file of authorities to trust holds no certificate");
        }
        return store;
    }
}
