package kiosk.sync.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import kiosk.sync.disk.Disk;

/** A certificate and its authorities in a PEM file, its own first. */
final class Chain {
    private static final int LONGEST_FILE = 64 << 10;
    private static final int LINE = 64;

    private Chain() {}

    /** The chain in that file; none where there is no file. */
    static List<X509Certificate> in(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) > LONGEST_FILE) {
                return List.of();
            }
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal's certificate cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalStateException("the terminal's certificate is not one", e);
        }
    }

    static void keep(List<X509Certificate> chain, Path file) {
        StringBuilder pem = new StringBuilder();
        for (Certificate each : chain) {
            pem.append("-----BEGIN CERTIFICATE-----\n").append(base64(each)).append("\n-----END CERTIFICATE-----\n");
        }
        try {
            Disk.real().put(file, pem.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal's certificate cannot be written", e);
        }
    }

    private static String base64(Certificate certificate) {
        try {
            return Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate cannot be written", e);
        }
    }
}
