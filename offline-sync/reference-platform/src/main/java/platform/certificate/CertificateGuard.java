package platform.certificate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import platform.door.Guard;
import platform.door.Route;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/**
 * Lets in who shows the certificate of the terminal it says it is. Without one a terminal may be enrolled, for it has none yet; with one
 * that has expired it may have it renewed; both and nothing else.
 */
public final class CertificateGuard implements Guard {
    private static final List<String> ENROLMENT = Route.parts("/v1/terminal/enrolment");
    private static final List<String> RENEWAL = Route.parts("/v1/terminal/certificate");

    private final Certificates certificates;

    public CertificateGuard(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void mustBeLetIn(HttpExchange exchange, Route route) throws Refusal {
        if (route.path().equals(ENROLMENT)) {
            return;
        }
        String terminal = exchange.getRequestHeaders().getFirst("Kiosk-Terminal");
        if (terminal == null || !(exchange instanceof HttpsExchange line)) {
            throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
        }
        certificates.mustBeGood(shown(line), terminal, route.path().equals(RENEWAL));
    }

    private static X509Certificate shown(HttpsExchange line) throws Refusal {
        try {
            Certificate[] chain = line.getSSLSession().getPeerCertificates();
            if (chain[0] instanceof X509Certificate own) {
                return own;
            }
        } catch (SSLPeerUnverifiedException e) {
            throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
        }
        throw new Refusal(ErrorCode.UNKNOWN_TERMINAL);
    }
}
