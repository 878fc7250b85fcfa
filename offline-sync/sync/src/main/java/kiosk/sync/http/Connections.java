package kiosk.sync.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import kiosk.sync.channel.PlatformAddress;

/** The connections to the platform; one that did its work is kept for a while, for the next question. */
public final class Connections implements AutoCloseable {
    /** What lies on the way forgets a silent connection without a word. Looked at when the next is asked, as the probe does again and again. */
    private static final long LONGEST_IDLE = Duration.ofSeconds(20).toNanos();

    private static final int MOST_IDLE = 8;

    private final PlatformAddress address;
    private final SSLSocketFactory secured;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> busy = new HashSet<>();
    private boolean closed;

    /** Those to the platform there, made under that channel. */
    public Connections(PlatformAddress address, SSLContext channel) {
        this.address = address;
        this.secured = channel.getSocketFactory();
    }

    /** One to ask on: not open yet, or kept; whether that still lives is for the caller to see. */
    synchronized Connection take() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        while (!idle.isEmpty() && idle.getLast().idle() > LONGEST_IDLE) {
            idle.removeLast().cut();
        }
        Connection taken = idle.isEmpty() ? new Connection(address, secured) : idle.removeFirst();
        busy.add(taken);
        return taken;
    }

    /** It did its work. */
    synchronized void giveBack(Connection connection) {
        if (connection.isReusable() && idle.size() < MOST_IDLE && busy.remove(connection)) {
            idle.addFirst(connection);
        } else {
            end(connection);
        }
    }

    /** It is of no use any more. */
    synchronized void end(Connection connection) {
        busy.remove(connection);
        connection.cut();
    }

    /** Has connections made anew from now on; on those that are in use it is asked to the end. */
    public synchronized void anew() {
        busy.forEach(Connection::useNoMore);
        idle.forEach(Connection::cut);
        idle.clear();
    }

    /** Cuts all off, and makes no more. */
    @Override
    public synchronized void close() {
        closed = true;
        anew();
        List.copyOf(busy).forEach(this::end);
    }
}
