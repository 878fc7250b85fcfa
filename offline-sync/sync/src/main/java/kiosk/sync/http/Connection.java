package kiosk.sync.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import kiosk.sync.channel.PlatformAddress;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to the platform: the socket is ours, so that it can be cut off at any moment, what goes over it is HttpCore's. For one
 * question at a time; only {@link #cut} is for any thread.
 */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int CONNECTING_MILLIS = 4000;
    private static final int MOST_LINE = 8 << 10;
    private static final int MOST_FIELDS = 100;
    private static final int MOST_INTERIM = 8;
    private static final int BUFFER = 16 << 10;
    private static final long FRESH = Duration.ofMillis(100).toNanos();
    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(BUFFER)
            .setMaxLineLength(MOST_LINE)
            .setMaxHeaderCount(MOST_FIELDS)
            .build();

    private final PlatformAddress address;
    private final SSLSocketFactory secured;
    private final ListeningSocket socket = new ListeningSocket();
    private final DefaultBHttpClientConnection http =
            new DefaultBHttpClientConnection(LIMITS, null, null, null, null, null, this::parser);
    /** What was read of the line, and not used yet. */
    private Optional<SessionInputBuffer> read = Optional.empty();

    /** What comes from the other end, opened where it is sealed. */
    private Optional<InputStream> said = Optional.empty();

    private boolean answered;
    private long lastUsed;
    private volatile boolean last;

    /** One that is not open yet. */
    Connection(PlatformAddress address, SSLSocketFactory secured) {
        this.address = address;
        this.secured = secured;
    }

    private HttpMessageParser<ClassicHttpResponse> parser(Http1Config limits) {
        HttpMessageParser<ClassicHttpResponse> parser = new DefaultHttpResponseParserFactory(limits).create();
        return (buffer, in) -> {
            read = Optional.of(buffer);
            return parser.parse(buffer, in);
        };
    }

    boolean wasOpened() {
        return http.isOpen();
    }

    /** @throws Vain if nobody is there */
    void open() throws IOException {
        URI uri = address.uri();
        int standard = address.isSecure() ? 443 : 80;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        socket.setTcpNoDelay(true);
        try {
            socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECTING_MILLIS);
        } catch (IOException e) {
            throw new Vain(e);
        }
        if (address.isSecure()) {
            SSLSocket tls = secure(uri.getHost(), port);
            said = Optional.of(tls.getInputStream());
            http.bind(tls, socket);
        } else {
            said = Optional.of(socket.getInputStream());
            http.bind(socket);
        }
    }

    /** The certificate must be that of the host in the address, whatever it was found under. A name without a dot is not told unless it is said to. */
    private SSLSocket secure(String host, int port) throws IOException {
        SSLSocket tls = (SSLSocket) secured.createSocket(socket, host, port, true);
        SSLParameters wanted = tls.getSSLParameters();
        wanted.setProtocols(new String[] {"TLSv1.3"});
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        if (host.matches("[A-Za-z0-9-]+")) {
            wanted.setServerNames(List.of(new SNIHostName(host)));
        }
        tls.setSSLParameters(wanted);
        tls.startHandshake();
        return tls;
    }

    /** Asks, and reads the answer to its end or its bound; after any exception the connection is of no use any more. */
    Response ask(Request request, Response.Bound most) throws IOException, HttpException {
        answered = false;
        ClassicHttpRequest message = message(request);
        ClassicHttpResponse answer = answer(message);
        Head head = head(answer);
        int bound = most.applyAsInt(head);
        if (bound < 0) {
            throw new Response.Refused();
        }
        byte[] body = MessageSupport.canResponseHaveBody(request.method(), answer) ? body(answer, bound) : new byte[0];
        answered = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(message, answer, null) && !isMoreThere();
        lastUsed = System.nanoTime();
        return new Response(head, body);
    }

    private ClassicHttpRequest message(Request request) {
        URI uri = address.resolve(request.path());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), uri.getRawPath() + query);
        message.setHeader("Host", address.uri().getRawAuthority());
        request.fields().forEach(message::setHeader);
        if (request.body().length > 0) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        if (request.body().length > 0 || request.method().startsWith("P")) {
            message.setHeader("Content-Length", request.body().length);
        }
        return message;
    }

    private ClassicHttpResponse answer(ClassicHttpRequest message) throws IOException, HttpException {
        http.sendRequestHeader(message);
        if (message.getEntity() != null) {
            http.sendRequestEntity(message);
        }
        http.flush();
        ClassicHttpResponse answer = http.receiveResponseHeader();
        for (int i = 0; i < MOST_INTERIM && answer.getCode() < 200; i++) {
            answer = http.receiveResponseHeader();
        }
        if (answer.getCode() < 200) {
            throw new ProtocolException("no end of answers that are none");
        }
        return answer;
    }

    private static Head head(ClassicHttpResponse answer) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Header field : answer.getHeaders()) {
            fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
        }
        return new Head(answer.getCode(), fields);
    }

    /** Where the end is not told, a body that was cut short looks whole. */
    private byte[] body(ClassicHttpResponse answer, int most) throws IOException, HttpException {
        http.receiveResponseEntity(answer);
        HttpEntity body = answer.getEntity();
        if (body == null) {
            return new byte[0];
        }
        boolean endIsTold = body.getContentLength() >= 0 || body.isChunked();
        if (!endIsTold || body.getContentLength() > most) {
            throw new Response.Refused();
        }
        byte[] bytes = body.getContent().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Response.Refused();
        }
        return bytes;
    }

    /** No question follows the one that is asked. */
    void useNoMore() {
        last = true;
    }

    /** Whether another question may follow the one that was answered. */
    boolean isReusable() {
        return answered && !last && !socket.isHungUp();
    }

    /** So many nanoseconds nothing was asked. */
    long idle() {
        return System.nanoTime() - lastUsed;
    }

    /**
     * Whether the other end has hung up meanwhile, or said something that nobody asked for, which would be taken for the next answer. Of one
     * that was used just now only the latter is asked, which costs nothing.
     */
    boolean isDead() {
        try {
            return socket.getInputStream().available() > 0
                    || isMoreThere()
                    || (idle() > FRESH && (http.isStale() || isMoreThere()));
        } catch (IOException broken) {
            return true;
        }
    }

    /** Whether something was read that is not used yet; it lies with HttpCore, or where it was opened. */
    private boolean isMoreThere() throws IOException {
        boolean opened = said.isPresent() && said.get().available() > 0;
        return opened || read.map(it -> it.length() > 0).orElse(false);
    }

    /** Ends it, whatever it is doing; from any thread, and harmless twice. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection was not closed well");
        }
    }
}
