package kiosk.drivers.hotplug;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The calls of the C library by which the kernel is heard (netlink(7); numbers as Linux has them). */
interface Netlink extends Library {
    int AF_NETLINK = 16;
    int SOCK_DGRAM = 2;
    int SOCK_CLOEXEC = 0x80000;
    int NETLINK_KOBJECT_UEVENT = 15;
    int KERNELS_OWN_GROUP = 1;
    /** {@code struct sockaddr_nl {ushort family; ushort pad; uint pid; uint groups;}}. */
    int SIZE_OF_ADDRESS = 12;

    short POLLIN = 1;

    /** Loads them; throws UnsatisfiedLinkError where there is no such library. */
    static Netlink load() {
        return Native.load("c", Netlink.class);
    }

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int bind(int fd, byte[] address, int length) throws LastErrorException;

    int poll(byte[] descriptors, NativeLong count, int millis) throws LastErrorException;

    NativeLong recv(int fd, byte[] into, NativeLong length, int flags) throws LastErrorException;

    int close(int fd) throws LastErrorException;
}
