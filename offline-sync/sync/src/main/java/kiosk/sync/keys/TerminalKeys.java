package kiosk.sync.keys;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Where the keys of this terminal lie: the P-256 key of its TLS certificate, and a key that wraps what else must be secret here, its SM2
 * signing key among it ({@link SigningKey}). What is lost with it is lost for good: the terminal must be enrolled anew then, and nothing
 * that waits in the queue is lost by that. All calls are safe from any thread.
 */
public interface TerminalKeys extends AutoCloseable {
    /** The key of TLS; made with the first call there ever is. A private key may be a mere handle. */
    KeyPair tls();

    /** The certificate over {@link #tls} and its authorities, its own first; empty before the terminal is enrolled. */
    List<X509Certificate> certificate();

    /** Keeps a certificate in the place of the one before; durable when it returns. */
    void keep(List<X509Certificate> chain);

    /** Makes a short secret unreadable to whoever takes the disk alone. */
    byte[] wrap(byte[] secret);

    /**
     * What was wrapped.
     *
     * @throws IllegalStateException if it was not wrapped here, or was changed
     */
    byte[] unwrap(byte[] wrapped);

    @Override
    void close();
}
