package kiosk.drivers.scanner;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.device.Fault;

/**
 * A conversation with saned in the remote procedure calls of SANE's network protocol (SANE Standard 1.06, 5.2). Good for one scan:
 * after an error a backend may be in any state, so it is thrown away.
 */
final class SaneSession implements Closeable {
    private static final int INIT = 0;
    private static final int GET_DEVICES = 1;
    private static final int OPEN = 2;
    private static final int CLOSE = 3;
    private static final int GET_OPTION_DESCRIPTORS = 4;
    private static final int CONTROL_OPTION = 5;
    private static final int GET_PARAMETERS = 6;
    private static final int START = 7;
    private static final int CANCEL = 8;
    private static final int EXIT = 10;

    private static final int VERSION = 0x01000003;
    private static final int SET_VALUE = 1;
    private static final int RELOAD_OPTIONS = 2;
    private static final long MOST_WORDS = 2_000_000;

    private final InetSocketAddress address;
    private final Deadline deadline;
    private final SaneLine line;
    private final SaneWire wire;

    SaneSession(InetSocketAddress address, Deadline deadline, SaneLine line) {
        this.address = address;
        this.deadline = deadline;
        this.line = line;
        this.wire = new SaneWire(line);
    }

    /** A scanner as saned lists it. */
    record Listed(String name, String vendor, String model) {}

    /** What setting an option led to: the value it has now, and whether other options have changed with it. */
    record Effect(Optional<Integer> word, boolean optionsChanged) {}

    static SaneSession with(InetSocketAddress address, Deadline deadline)
            throws IOException, InterruptedException, SaneRefused {
        SaneSession session = new SaneSession(address, deadline, SaneLine.to(address, deadline, MOST_WORDS));
        try {
            session.greet();
            return session;
        } catch (IOException | InterruptedException | SaneRefused failed) {
            session.line.close();
            throw failed;
        }
    }

    private void greet() throws IOException, InterruptedException, SaneRefused {
        wire.put(INIT).put(VERSION).put("kiosk").send();
        accept();
        if (wire.word() >>> 24 != 1) {
            throw new ProtocolException("not version 1 of SANE");
        }
    }

    private void accept() throws IOException, InterruptedException, SaneRefused {
        SaneStatus status = SaneStatus.of(wire.word());
        if (status != SaneStatus.GOOD) {
            throw new SaneRefused(status);
        }
    }

    List<Listed> devices() throws IOException, InterruptedException, SaneRefused {
        wire.put(GET_DEVICES).send();
        accept();
        List<Listed> devices = new ArrayList<>();
        wire.array(() -> wire.pointer() && devices.add(device()));
        return devices;
    }

    private Listed device() throws IOException, InterruptedException {
        Listed device = new Listed(wire.text(), wire.text(), wire.text());
        wire.text();
        return device;
    }

    /** Opens a scanner and answers its handle; one that is not there is refused as an invalid name. */
    int open(String device) throws IOException, InterruptedException, SaneRefused {
        wire.put(OPEN).put(device).send();
        SaneStatus status = SaneStatus.of(wire.word());
        int handle = wire.word();
        freely(wire.text());
        if (status == SaneStatus.INVAL) {
            throw new SaneRefused(status, new Fault(Fault.Cause.NOT_CONNECTED, "no such scanner"));
        }
        if (status != SaneStatus.GOOD) {
            throw new SaneRefused(status);
        }
        return handle;
    }

    /** Whether that scanner can be opened; it is closed again. @throws SaneRefused if another program has it */
    boolean has(String device) throws IOException, InterruptedException, SaneRefused {
        int handle;
        try {
            handle = open(device);
        } catch (SaneRefused refused) {
            if (refused.status() == SaneStatus.DEVICE_BUSY) {
                throw refused;
            }
            return false;
        }
        wire.put(CLOSE).put(handle).send();
        wire.word();
        return true;
    }

    /** A resource that is named must be unlocked with a password, which a kiosk has not. */
    private static void freely(String resource) throws SaneRefused {
        if (!resource.isEmpty()) {
            throw SaneRefused.misconfigured("saned asks for a password");
        }
    }

    List<SaneOption> options(int handle) throws IOException, InterruptedException {
        wire.put(GET_OPTION_DESCRIPTORS).put(handle).send();
        List<SaneOption> options = new ArrayList<>();
        int[] index = {0};
        wire.array(() -> {
            int number = index[0]++;
            return wire.pointer() && options.add(SaneOption.read(number, wire));
        });
        return options;
    }

    Effect set(int handle, SaneOption option, int word) throws IOException, InterruptedException, SaneRefused {
        control(handle, option, 4).put(1).put(word).send();
        return effect();
    }

    Effect set(int handle, SaneOption option, String text) throws IOException, InterruptedException, SaneRefused {
        int size = Math.max(option.size(), text.length() + 1);
        control(handle, option, size).putPadded(text, size).send();
        return effect();
    }

    private SaneWire control(int handle, SaneOption option, int size) {
        return wire.put(CONTROL_OPTION)
                .put(handle)
                .put(option.index())
                .put(SET_VALUE)
                .put(option.type())
                .put(size);
    }

    private Effect effect() throws IOException, InterruptedException, SaneRefused {
        SaneStatus status = SaneStatus.of(wire.word());
        boolean optionsChanged = (wire.word() & RELOAD_OPTIONS) != 0;
        int type = wire.word();
        wire.word();
        Optional<Integer> word = Optional.empty();
        if (type == SaneOption.STRING) {
            wire.bytes();
        } else {
            word = wire.array(wire::word).stream().findFirst();
        }
        freely(wire.text());
        if (status != SaneStatus.GOOD) {
            throw new SaneRefused(status);
        }
        return new Effect(word, optionsChanged);
    }

    SaneParameters parameters(int handle) throws IOException, InterruptedException, SaneRefused {
        wire.put(GET_PARAMETERS).put(handle).send();
        accept();
        return new SaneParameters(wire.word(), wire.word(), wire.word(), wire.word(), wire.word(), wire.word());
    }

    /** Begins the scan; the page comes over a connection of its own, which takes no more than so many bytes. */
    SaneLine start(int handle, long mostBytes) throws IOException, InterruptedException, SaneRefused {
        wire.put(START).put(handle).send();
        SaneStatus status = SaneStatus.of(wire.word());
        int port = wire.word();
        wire.word();
        freely(wire.text());
        if (status != SaneStatus.GOOD) {
            throw new SaneRefused(status);
        }
        if (port < 1 || port > 65535) {
            throw new ProtocolException("a port that is none");
        }
        return SaneLine.to(new InetSocketAddress(address.getAddress(), port), deadline, mostBytes);
    }

    /** Ends the scan, if it is under way, call by call since saned drops what it is sent early, and waits a while for the scanner to be free again: its carriage has a way home. */
    void leave(int handle, Duration patience) throws IOException, InterruptedException {
        line.until(Deadline.in(patience));
        wire.put(CANCEL).put(handle).send();
        wire.word();
        wire.put(CLOSE).put(handle).send();
        wire.word();
        wire.put(EXIT).send();
        line.awaitEnd();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
