package kiosk.sync.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kiosk.sync.disk.Disk;
import kiosk.sync.keys.TerminalKeys;

/** The certificate of this terminal: how it is asked for, taken and found to be old. */
public final class TerminalCertificate {
    private final String terminal;
    private final TerminalKeys keys;
    private final SecureChannel channel;
    private final Path kept;

    /** @param kept where the request is kept */
    public TerminalCertificate(String terminal, TerminalKeys keys, SecureChannel channel, Path kept) {
        this.terminal = terminal;
        this.keys = keys;
        this.channel = channel;
        this.kept = kept;
    }

    /** The same request every time, in Base64: a token whose answer was lost serves once more for the same request alone. */
    public String request() {
        KeyPair pair = keys.tls();
        try {
            byte[] request = Files.exists(kept) ? Files.readAllBytes(kept) : new byte[0];
            if (!CertificateRequest.isFor(request, pair)) {
                request = CertificateRequest.of(terminal, pair);
                Disk.real().put(kept, request);
            }
            return Base64.getEncoder().encodeToString(request);
        } catch (IOException e) {
            throw new UncheckedIOException("the request for the terminal's certificate cannot be kept", e);
        }
    }

    /**
     * Takes what the platform answered, each text the Base64 of DER; an answer given once more does not put an older certificate in the
     * place of a newer.
     *
     * @return whether there is another certificate now
     * @throws CertificateException if it is none, or not for this terminal and its key
     */
    public boolean taken(List<String> texts) throws CertificateException {
        List<X509Certificate> given = CertificateRequest.answer(texts, terminal, keys.tls());
        Instant end = given.get(0).getNotAfter().toInstant();
        boolean newer =
                own().map(it -> end.isAfter(it.getNotAfter().toInstant())).orElse(true);
        if (newer) {
            keys.keep(given);
            channel.renewed();
        }
        return newer;
    }

    /** Whether two thirds of its life are over. */
    public boolean old(Instant now) {
        return own().map(it -> !now.isBefore(renewal(it))).orElse(false);
    }

    private static Instant renewal(X509Certificate certificate) {
        Instant begin = certificate.getNotBefore().toInstant();
        Duration life = Duration.between(begin, certificate.getNotAfter().toInstant());
        return begin.plus(life.multipliedBy(2).dividedBy(3));
    }

    /** Whether it is good for its renewal only. */
    public boolean expired(Instant now) {
        return own().map(it -> now.isAfter(it.getNotAfter().toInstant())).orElse(false);
    }

    private Optional<X509Certificate> own() {
        return keys.certificate().stream().findFirst();
    }
}
