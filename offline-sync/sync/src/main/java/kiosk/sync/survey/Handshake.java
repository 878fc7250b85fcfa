package kiosk.sync.survey;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Trouble;

/** A connection to the platform and the handshake on it, and why it failed. */
final class Handshake {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration IN_ALL = Duration.ofSeconds(5);

    private final Credentials credentials;
    private final Clock clock;

    Handshake(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param certificateEnd when the first of the certificates shown ends; empty where none was shown
     */
    record Shown(HopResult result, Optional<Instant> certificateEnd) {}

    Shown with(InetSocketAddress address, String host) throws InterruptedException {
        Witness witness = credentials.witness();
        try (Socket plain = new Socket()) {
            Bounded<HopResult> attempt = Bounded.begin(() -> attempt(plain, address, host, witness));
            HopResult result = attempt.within(IN_ALL)
                    .orElseGet(() -> HopResult.failed(Hop.TLS, Trouble.SILENT, "", attempt.took()));
            return new Shown(result, end(witness));
        } catch (IOException notClosed) {
            throw new IllegalStateException("a socket could not be closed", notClosed);
        }
    }

    private HopResult attempt(Socket plain, InetSocketAddress address, String host, Witness witness) {
        long begun = System.nanoTime();
        try {
            plain.connect(address, (int) CONNECTING.toMillis());
            plain.setSoTimeout((int) CONNECTING.toMillis());
            try (SSLSocket secure = (SSLSocket) Credentials.context(witness)
                    .getSocketFactory()
                    .createSocket(plain, host, address.getPort(), true)) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                return HopResult.proven(Hop.TLS, secure.getSession().getProtocol(), since(begun));
            }
        } catch (IOException failure) {
            Trouble trouble = trouble(failure, witness);
            return HopResult.failed(Hop.TLS, trouble, failure.getClass().getSimpleName(), since(begun));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Trouble trouble(IOException failure, Witness witness) {
        if (!witness.seen().isEmpty()) {
            return credentials.objection(witness.seen(), clock.instant());
        } else if (failure instanceof SocketTimeoutException) {
            return Trouble.SILENT;
        } else if (failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketException
                || failure.getCause() instanceof EOFException) {
            return Trouble.REFUSED;
        }
        return failure instanceof SSLException ? Trouble.NO_HANDSHAKE : Trouble.REFUSED;
    }

    private static Optional<Instant> end(Witness witness) {
        return witness.seen().stream().map(it -> it.getNotAfter().toInstant()).min(Comparator.naturalOrder());
    }
}
