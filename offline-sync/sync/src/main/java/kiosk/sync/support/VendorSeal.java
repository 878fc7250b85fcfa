package kiosk.sync.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/**
 * Encrypts to the vendor: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084), its key under RSAES-OAEP with SHA-256 (RFC 8017)
 * for the vendor's certificate.
 */
final class VendorSeal {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int FEWEST_BITS = 2048;

    private final X509Certificate vendor;

    private VendorSeal(X509Certificate vendor) {
        this.vendor = vendor;
    }

    /** A seal to that certificate, a PEM file. @throws IllegalArgumentException if it holds no RSA certificate of 2048 bits at least */
    static VendorSeal to(Path certificate) {
        try (InputStream in = Files.newInputStream(certificate)) {
            X509Certificate vendor =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (vendor.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= FEWEST_BITS) {
                return new VendorSeal(vendor);
            }
            throw new IllegalArgumentException("the vendor's certificate must be of RSA, 2048 bits at least");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the file of the vendor's certificate holds none", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the vendor's certificate cannot be read", e);
        }
    }

    /** The bytes, for the vendor alone. */
    byte[] seal(byte[] plain) {
        try {
            AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter()
                    .getAlgorithmIdentifier(
                            PKCSObjectIdentifiers.id_RSAES_OAEP,
                            new OAEPParameterSpec(
                                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(
                    new JceKeyTransRecipientInfoGenerator(vendor, oaep).setProvider(PROVIDER));
            OutputAEADEncryptor encryptor =
                    (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                            .setProvider(PROVIDER)
                            .build();
            return generator
                    .generate(new CMSProcessableByteArray(plain), encryptor)
                    .getEncoded();
        } catch (GeneralSecurityException | CMSException e) {
            throw new IllegalStateException("Bouncy Castle does not encrypt as it should", e);
        } catch (IOException e) {
            throw new UncheckedIOException("what is encrypted cannot be written down", e);
        }
    }
}
