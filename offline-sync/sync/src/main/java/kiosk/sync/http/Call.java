package kiosk.sync.http;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Somebody asks, once or more; from another thread he may be cut off, whatever he is waiting for. */
public final class Call {
    private final Connections connections;
    private Optional<Connection> on = Optional.empty();
    private boolean cut;

    /** What is asked on those connections. */
    public Call(Connections connections) {
        this.connections = connections;
    }

    /**
     * The answer.
     *
     * @throws Vain if there will be none
     * @throws IOException if the connection broke meanwhile
     */
    public Response ask(Request request, Response.Bound most) throws IOException {
        Connection connection = begun();
        boolean answered = false;
        try {
            if (!connection.wasOpened()) {
                connection.open();
            }
            Response response = connection.ask(request, most);
            answered = true;
            return response;
        } catch (HttpException
                | MessageConstraintException
                | MalformedChunkCodingException
                | IllegalArgumentException e) {
            throw new Vain(e);
        } finally {
            ended(connection, answered);
        }
    }

    /** From here on a cut ends it. */
    private Connection begun() throws IOException {
        Connection next = held(connections.take());
        while (next.wasOpened() && next.isDead()) {
            ended(next, false);
            next = held(connections.take());
        }
        return next;
    }

    private Connection held(Connection taken) throws Vain {
        synchronized (this) {
            if (!cut) {
                on = Optional.of(taken);
                return taken;
            }
        }
        connections.end(taken);
        throw new Vain("cut off");
    }

    private void ended(Connection connection, boolean answered) {
        synchronized (this) {
            on = Optional.empty();
        }
        if (answered) {
            connections.giveBack(connection);
        } else {
            connections.end(connection);
        }
    }

    /** Ends the asking, now and for good; what is answered already stays so. */
    public synchronized void cut() {
        cut = true;
        on.ifPresent(Connection::cut);
    }
}
