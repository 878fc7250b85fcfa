package kiosk.sync.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import kiosk.sync.disk.Disk;

/**
 * Keys in plain files, for demonstrations and tests: <b>whoever takes the disk has them</b>, and {@link #wrap} wraps nothing. The files
 * are their owner's alone (0600), and whole or not there after a loss of power. A terminal in an office has {@link Pkcs11Keys}.
 *
 * <pre>
 * tls.key   4 bytes length of the private key, PKCS #8; the public key, X.509 SubjectPublicKeyInfo
 * tls.pem   the certificate and its authorities
 * </pre>
 */
public final class FileKeys implements TerminalKeys {
    private static final int LONGEST_FILE = 4096;

    private final Path folder;

    /** The keys in that folder, which is made where it is not. */
    public FileKeys(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the keys cannot be made", e);
        }
    }

    @Override
    public synchronized KeyPair tls() {
        Path file = folder.resolve("tls.key");
        try {
            return Files.exists(file) ? read(file) : made(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal's TLS key cannot be read or written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the terminal's TLS key is not one", e);
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.size(file) > LONGEST_FILE ? new byte[0] : Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new GeneralSecurityException("cut short");
        }
        byte[] secret = new byte[length];
        in.get(secret);
        byte[] open = new byte[in.remaining()];
        in.get(open);
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(open)), (ECPrivateKey)
                factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    }

    private static KeyPair made(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] secret = pair.getPrivate().getEncoded();
        byte[] open = pair.getPublic().getEncoded();
        Disk.real()
                .put(
                        file,
                        ByteBuffer.allocate(Integer.BYTES + secret.length + open.length)
                                .putInt(secret.length)
                                .put(secret)
                                .put(open)
                                .array());
        return pair;
    }

    @Override
    public List<X509Certificate> certificate() {
        return Chain.in(folder.resolve("tls.pem"));
    }

    @Override
    public void keep(List<X509Certificate> chain) {
        Chain.keep(chain, folder.resolve("tls.pem"));
    }

    @Override
    public byte[] wrap(byte[] secret) {
        return secret.clone();
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        return wrapped.clone();
    }

    /** Holds nothing open. */
    @Override
    public void close() {
        // nothing is open
    }
}
