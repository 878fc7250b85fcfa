package kiosk.sync.channel;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import kiosk.sync.keys.TerminalKeys;
import org.jspecify.annotations.Nullable;

/**
 * Shows the terminal's certificate as it is at the moment of the handshake, so that a new one needs no restart; an expired one, too,
 * because with it the terminal may still ask for its renewal.
 */
public final class OwnCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "terminal";
    private static final String KEY_TYPE = "EC";

    private final TerminalKeys keys;

    /** Shows the certificate that lies with these keys. */
    public OwnCertificate(TerminalKeys keys) {
        this.keys = keys;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        boolean asked = Arrays.asList(types).contains(KEY_TYPE);
        return asked && !keys.certificate().isEmpty() ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineClientAlias(types, issuers, null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        X509Certificate[] chain = keys.certificate().toArray(new X509Certificate[0]);
        return chain.length == 0 ? null : chain;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return keys.tls().getPrivate();
    }

    @Override
    public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    /** A terminal serves nobody. */
    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
