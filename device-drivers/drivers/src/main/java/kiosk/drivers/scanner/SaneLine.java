package kiosk.drivers.scanner;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A connection whose every wait ends with a deadline and at an interrupt, and which takes no more bytes than it was told to.
 */
final class SaneLine implements Closeable {
    /** saned sends records of 8 kB at most, each with a length before it: reading them one by one costs two calls of the system each. */
    private static final int BITE = 64 * 1024;

    private final Socket socket;
    private final byte[] arrived = new byte[BITE];
    private int next;
    private int end;
    private Deadline deadline;
    private long bytesAllowed;

    SaneLine(Socket socket, Deadline deadline, long bytesAllowed) {
        this.socket = socket;
        this.deadline = deadline;
        this.bytesAllowed = bytesAllowed;
    }

    /** Connects in slices: a connect cannot be interrupted, so a host that does not answer is tried again and again. */
    static SaneLine to(InetSocketAddress address, Deadline deadline, long bytesAllowed)
            throws IOException, InterruptedException {
        while (true) {
            int slice = sliceOrNobodyThere(deadline);
            Socket socket = new Socket();
            try {
                socket.connect(address, slice);
                socket.setTcpNoDelay(true);
                return new SaneLine(socket, deadline, bytesAllowed);
            } catch (SocketTimeoutException notYet) {
                socket.close();
            } catch (IOException refused) {
                socket.close();
                throw refused;
            }
        }
    }

    private static int sliceOrNobodyThere(Deadline deadline) throws IOException, InterruptedException {
        try {
            return deadline.slice();
        } catch (SocketTimeoutException patienceEnded) {
            throw new NoRouteToHostException("nobody answers there");
        }
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Waits for more, at least one byte. */
    private void readMore() throws IOException, InterruptedException {
        while (true) {
            socket.setSoTimeout(deadline.slice());
            try {
                int count = socket.getInputStream().read(arrived);
                if (count < 0) {
                    throw new EOFException("connection lost");
                }
                next = 0;
                end = count;
                return;
            } catch (SocketTimeoutException notYet) {
                deadline.slice();
            }
        }
    }

    void readFully(byte[] into, int from, int count) throws IOException, InterruptedException {
        bytesAllowed -= count;
        if (bytesAllowed < 0) {
            throw new ProtocolException("more than a scanner has to say");
        }
        int have = 0;
        while (have < count) {
            if (next == end) {
                readMore();
            }
            int part = Math.min(count - have, end - next);
            System.arraycopy(arrived, next, into, from + have, part);
            next += part;
            have += part;
        }
    }

    /** Sets another end to what is still to be said. */
    void until(Deadline other) {
        deadline = other;
    }

    /** Waits for the far end to hang up. */
    void awaitEnd() throws IOException, InterruptedException {
        byte[] dropped = new byte[512];
        int count = 0;
        while (count >= 0) {
            try {
                socket.setSoTimeout(deadline.slice());
                count = socket.getInputStream().read(dropped);
            } catch (SocketTimeoutException notYet) {
                deadline.slice();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
