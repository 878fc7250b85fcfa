package kiosk.sync.channel;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import kiosk.sync.keys.TerminalKeys;

/** TLS by Java's own engine (JSSE). */
public final class JsseChannel implements SecureChannel {
    private final SSLContext context;

    /**
     * A channel.
     *
     * @param keys whose certificate is shown, if there is one
     * @param authorities a PEM file: whose certificates are taken for the platform's; without it, those Java knows
     * @throws IllegalArgumentException if that file holds no certificate
     */
    public JsseChannel(TerminalKeys keys, Optional<Path> authorities) {
        try {
            context = SSLContext.getInstance("TLS");
            KeyManager[] own = {new OwnCertificate(keys)};
            context.init(own, new TrustManager[] {Trust.judge(authorities)}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the terminal's keys cannot be used for TLS", e);
        }
    }

    @Override
    public SSLContext context() {
        return context;
    }

    /** A session that is resumed would go on under the old certificate. */
    @Override
    public void renewed() {
        for (byte[] id : Collections.list(context.getClientSessionContext().getIds())) {
            SSLSession session = context.getClientSessionContext().getSession(id);
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
