package kiosk.emulators.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * One opened pseudo terminal, both its ends. The slave is held open as well, so that the master does not hang up whenever the
 * program at the other end closes its port.
 */
final class PtyEnds {
    private static final Map<Integer, Integer> BAUD_OF_CODE =
            Map.of(13, 9600, 14, 19200, 15, 38400, 0x1001, 57600, 0x1002, 115200);

    private final int master;
    private final int slave;
    private final String slavePath;

    private PtyEnds(int master, int slave, String slavePath) {
        this.master = master;
        this.slave = slave;
        this.slavePath = slavePath;
    }

    static PtyEnds open() {
        int master = LibC.CALLS.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
        LibC.CALLS.grantpt(master);
        LibC.CALLS.unlockpt(master);
        byte[] name = new byte[128];
        LibC.CALLS.ptsname_r(master, name, new NativeLong(name.length));
        String path = Native.toString(name);
        int slave = LibC.CALLS.open(path, LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC);
        byte[] termios = new byte[LibC.SIZE_OF_TERMIOS];
        LibC.CALLS.tcgetattr(slave, termios);
        LibC.CALLS.cfmakeraw(termios);
        LibC.CALLS.tcsetattr(slave, LibC.TCSANOW, termios);
        return new PtyEnds(master, slave, path);
    }

    String slavePath() {
        return slavePath;
    }

    /** The speed the program at the other end has set; 0 where it is none of the usual ones. */
    int baud() {
        byte[] termios = new byte[LibC.SIZE_OF_TERMIOS];
        LibC.CALLS.tcgetattr(slave, termios);
        return BAUD_OF_CODE.getOrDefault(LibC.CALLS.cfgetospeed(termios), 0);
    }

    /** Bytes read, 0 if none came within so many milliseconds. */
    int read(byte[] into, int millis) {
        return ready(LibC.POLLIN, millis)
                ? LibC.CALLS.read(master, into, new NativeLong(into.length)).intValue()
                : 0;
    }

    /** Bytes written, 0 if none could be within so many milliseconds. */
    int write(byte[] from, int start, int millis) {
        byte[] rest = Arrays.copyOfRange(from, start, from.length);
        return ready(LibC.POLLOUT, millis)
                ? LibC.CALLS.write(master, rest, new NativeLong(rest.length)).intValue()
                : 0;
    }

    /** {@code struct pollfd {int fd; short events; short revents;}}. */
    private boolean ready(short events, int millis) {
        ByteBuffer descriptor = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        descriptor.putInt(master).putShort(events);
        try {
            LibC.CALLS.poll(descriptor.array(), new NativeLong(1), millis);
        } catch (LastErrorException brokenOffByASignal) {
            return false;
        }
        return (descriptor.getShort(6) & events) != 0;
    }

    void close() {
        LibC.CALLS.close(master);
        LibC.CALLS.close(slave);
    }
}
