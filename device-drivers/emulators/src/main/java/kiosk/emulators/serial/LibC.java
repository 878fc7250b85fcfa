package kiosk.emulators.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The calls of the C library that make and drive a pseudo terminal (POSIX.1-2017; numbers as Linux has them). */
interface LibC extends Library {
    LibC CALLS = Native.load("c", LibC.class);

    int O_RDWR = 0x2;
    int O_NOCTTY = 0x100;
    int O_NONBLOCK = 0x800;
    int O_CLOEXEC = 0x80000;
    short POLLIN = 0x1;
    short POLLOUT = 0x4;
    int TCSANOW = 0;
    /** More than any struct termios takes. */
    int SIZE_OF_TERMIOS = 256;

    int posix_openpt(int flags) throws LastErrorException;

    int grantpt(int fd) throws LastErrorException;

    int unlockpt(int fd) throws LastErrorException;

    int ptsname_r(int fd, byte[] name, NativeLong length) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int close(int fd) throws LastErrorException;

    NativeLong read(int fd, byte[] into, NativeLong length) throws LastErrorException;

    NativeLong write(int fd, byte[] from, NativeLong length) throws LastErrorException;

    int poll(byte[] descriptors, NativeLong count, int millis) throws LastErrorException;

    int tcgetattr(int fd, byte[] termios) throws LastErrorException;

    int tcsetattr(int fd, int when, byte[] termios) throws LastErrorException;

    void cfmakeraw(byte[] termios);

    int cfgetospeed(byte[] termios);
}
