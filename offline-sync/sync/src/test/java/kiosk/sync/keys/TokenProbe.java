package kiosk.sync.keys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import kiosk.sync.channel.CertificateRequest;
import kiosk.sync.seal.Signer;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A process that works with a token: the library reads its configuration once in a process's life, from the environment. */
final class TokenProbe {
    private TokenProbe() {}

    public static void main(String[] given) throws Exception {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(given[0]);
        Pkcs11Keys.Token token = new Pkcs11Keys.Token(SoftToken.MODULE, 0, folder.resolve("pin"));
        try (Pkcs11Keys keys = new Pkcs11Keys(token)) {
            PrivateKey secret = keys.tls().getPrivate();
            said.println(
                    "tls " + HexFormat.of().formatHex(keys.tls().getPublic().getEncoded()));
            said.println("leaves " + (secret.getEncoded() != null));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(secret);
            signature.update(new byte[10]);
            byte[] made = signature.sign();
            signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(keys.tls().getPublic());
            signature.update(new byte[10]);
            said.println("signs " + signature.verify(made));
            PKCS10CertificationRequest request =
                    new PKCS10CertificationRequest(CertificateRequest.of("K001", keys.tls()));
            said.println("requests "
                    + request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .build(keys.tls().getPublic())));
            Signer signer = SigningKey.in(folder.resolve("signing.key"), keys);
            said.println("key " + signer.publicKey().id());
            said.println("verifies " + signer.publicKey().verifies(new byte[3], signer.sign(new byte[3])));
            said.println("clear " + (Files.size(folder.resolve("signing.key")) == 32));
            byte[] spoilt = Files.readAllBytes(folder.resolve("signing.key"));
            spoilt[20] ^= 1;
            said.println("spoilt " + refused(keys, spoilt) + " " + refused(keys, new byte[5]));
            said.println("certified " + keys.certificate().size());
            if (given.length > 1) {
                List<X509Certificate> chain = Chain.in(Path.of(given[1]));
                keys.keep(chain);
                said.println("kept " + keys.certificate().equals(chain));
            }
        }
    }

    private static boolean refused(Pkcs11Keys keys, byte[] wrapped) {
        try {
            keys.unwrap(wrapped);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
