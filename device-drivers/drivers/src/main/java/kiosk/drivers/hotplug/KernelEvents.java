package kiosk.drivers.hotplug;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the kernel's events by netlink, on a thread of its own. It hastens healing and nothing depends on it: where the system does not
 * allow it there is none, and devices are found by looking, as they are in any case.
 */
public final class KernelEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KernelEvents.class);
    private static final int LONGEST_EVENT = 8192;
    private static final int LOOKING_UP_MILLIS = 200;
    private static final long AFTER_A_FAILURE = 100_000_000;
    private static final long ENDING_MILLIS = 2000;

    private final Netlink calls;
    private final int socket;
    private final Consumer<KernelEvent> listener;
    private final Thread thread = new Thread(this::listen, "kernel-events");
    private volatile boolean closed;

    private KernelEvents(Netlink calls, int socket, Consumer<KernelEvent> listener) {
        this.calls = calls;
        this.socket = socket;
        this.listener = listener;
    }

    /** Tells the listener each event from now on, from a thread of its own; nothing where that is not allowed or not known. */
    public static Optional<KernelEvents> hear(Consumer<KernelEvent> listener) {
        try {
            Netlink calls = Netlink.load();
            KernelEvents events = new KernelEvents(calls, bound(calls), listener);
            events.thread.setDaemon(true);
            events.thread.start();
            return Optional.of(events);
        } catch (LastErrorException refused) {
            LOG.info("the kernel's events are not to be had: errno {}", refused.getErrorCode());
            return Optional.empty();
        } catch (UnsatisfiedLinkError noSuchSystem) {
            LOG.info("the kernel's events are unknown on this system");
            return Optional.empty();
        }
    }

    private static int bound(Netlink calls) {
        int fd = calls.socket(
                Netlink.AF_NETLINK, Netlink.SOCK_DGRAM | Netlink.SOCK_CLOEXEC, Netlink.NETLINK_KOBJECT_UEVENT);
        try {
            calls.bind(fd, address(), Netlink.SIZE_OF_ADDRESS);
            return fd;
        } catch (LastErrorException refused) {
            calls.close(fd);
            throw refused;
        }
    }

    private static byte[] address() {
        return ByteBuffer.allocate(Netlink.SIZE_OF_ADDRESS)
                .order(ByteOrder.nativeOrder())
                .putShort((short) Netlink.AF_NETLINK)
                .putShort((short) 0)
                .putInt(0)
                .putInt(Netlink.KERNELS_OWN_GROUP)
                .array();
    }

    private void listen() {
        byte[] datagram = new byte[LONGEST_EVENT];
        while (!closed) {
            try {
                if (ready()) {
                    received(datagram).ifPresent(listener);
                }
            } catch (LastErrorException overrunOrSignal) {
                LOG.debug("events of the kernel were lost: errno {}", overrunOrSignal.getErrorCode());
                LockSupport.parkNanos(AFTER_A_FAILURE);
            }
        }
        calls.close(socket);
    }

    /** {@code struct pollfd {int fd; short events; short revents;}}. */
    private boolean ready() {
        ByteBuffer descriptor = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        descriptor.putInt(socket).putShort(Netlink.POLLIN);
        return calls.poll(descriptor.array(), new NativeLong(1), LOOKING_UP_MILLIS) > 0;
    }

    /** Only the kernel and the system's administrator can send here (netlink(7)); what comes is checked all the same. */
    private Optional<KernelEvent> received(byte[] datagram) {
        int length =
                calls.recv(socket, datagram, new NativeLong(datagram.length), 0).intValue();
        return KernelEvent.in(datagram, length);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(ENDING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
