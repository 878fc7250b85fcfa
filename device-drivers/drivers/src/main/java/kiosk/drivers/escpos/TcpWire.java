package kiosk.drivers.escpos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import kiosk.device.Fault.Cause;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import org.jspecify.annotations.Nullable;

/** A TCP connection to a printer's raw port, usually 9100; never blocks in the system, so that each wait ends and hears an interrupt. */
final class TcpWire implements Wire {
    private static final Duration CONNECTING = Duration.ofMillis(1500);

    private final String host;
    private final int port;
    private @Nullable Connection connection;

    TcpWire(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** An open channel and what waits for it. */
    private record Connection(SocketChannel channel, Selector selector, SelectionKey key) {}

    /** Something that may break with the connection. */
    private interface Exchange {
        int run(Connection on) throws IOException;
    }

    @Override
    public boolean open() throws LineFailure, InterruptedException {
        if (connection != null) {
            return false;
        }
        try {
            connect(InetSocketAddress.createUnresolved(host, port));
            return true;
        } catch (IOException e) {
            close();
            throw new LineFailure(Cause.NOT_CONNECTED, "connection refused");
        }
    }

    private void connect(InetSocketAddress address) throws IOException, LineFailure, InterruptedException {
        InetSocketAddress resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        if (resolved.isUnresolved()) {
            throw new LineFailure(Cause.NOT_CONNECTED, "unknown host");
        }
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Selector selector = Selector.open();
        connection = new Connection(channel, selector, channel.register(selector, 0));
        channel.connect(resolved);
        Deadline deadline = Deadline.in(CONNECTING);
        while (!channel.finishConnect()) {
            if (deadline.isOver()) {
                throw hungUp("connect timed out");
            }
            await(connection, SelectionKey.OP_CONNECT, deadline);
        }
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws LineFailure, InterruptedException {
        Deadline deadline = Deadline.in(patience);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (exchange(on -> on.channel.write(rest)) >= 0 && rest.hasRemaining()) {
            if (deadline.isOver()) {
                throw new LineFailure(Cause.NO_ANSWER, "write " + rest.position() + "/" + bytes.length);
            }
            await(opened(), SelectionKey.OP_WRITE, deadline);
        }
    }

    @Override
    public int read(byte[] into, Duration wait) throws LineFailure, InterruptedException {
        Deadline deadline = Deadline.in(wait);
        ByteBuffer buffer = ByteBuffer.wrap(into);
        int got = exchange(on -> on.channel.read(buffer));
        while (got == 0 && !deadline.isOver()) {
            await(opened(), SelectionKey.OP_READ, deadline);
            got = exchange(on -> on.channel.read(buffer));
        }
        if (got < 0) {
            throw hungUp("closed by the printer");
        }
        return got;
    }

    private int exchange(Exchange exchange) throws LineFailure, InterruptedException {
        heedInterrupt();
        try {
            return exchange.run(opened());
        } catch (IOException e) {
            throw hungUp("connection lost");
        }
    }

    private void await(Connection on, int operation, Deadline deadline) throws LineFailure, InterruptedException {
        try {
            on.key.interestOps(operation);
            on.selector.select(Math.max(1, deadline.left().toMillis()));
            on.selector.selectedKeys().clear();
        } catch (IOException e) {
            throw hungUp("connection lost");
        }
        heedInterrupt();
    }

    /** Before the channel notices the interrupt itself: it would close for it. */
    private static void heedInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Connection opened() throws LineFailure {
        if (connection == null) {
            throw new LineFailure(Cause.NOT_CONNECTED, "closed");
        }
        return connection;
    }

    private LineFailure hungUp(String code) {
        close();
        return new LineFailure(Cause.NOT_CONNECTED, code);
    }

    @Override
    public Duration timeFor(int bytes) {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            try (closing.channel;
                    closing.selector) {
                closing.key.cancel();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("a connection cannot even be closed", e);
            }
        }
    }
}
