package kiosk.drivers.peers;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program of Debian that plays a far end, or builds one; where it lies and which packages bring it. */
public enum Tool {
    /** The PC/SC service. */
    PCSCD("/usr/sbin/pcscd", "pcscd libpcsclite1"),
    /** What a reader's handler is compiled against. */
    IFD_HEADERS("/usr/include/PCSC/ifdhandler.h", "libpcsclite-dev"),
    /** The C compiler. */
    GCC("/usr/bin/gcc", "gcc libc6-dev"),
    /** Joins pseudo terminals and sockets. */
    SOCAT("/usr/bin/socat", "socat"),
    /** The network scanner service, with its backends {@code test} and {@code pnm}. */
    SANED("/usr/sbin/saned", "sane-utils libsane1"),
    /** SANE's own program that scans a page. */
    SCANIMAGE("/usr/bin/scanimage", "sane-utils"),
    /** A printer of the CUPS project. */
    IPPEVEPRINTER("/usr/sbin/ippeveprinter", "cups-ipp-utils"),
    /** The CUPS project's spooler. */
    CUPSD("/usr/sbin/cupsd", "cups-daemon"),
    /** The message bus without which that printer does not start. */
    DBUS("/usr/bin/dbus-daemon", "dbus-daemon");

    private final Path path;
    private final String packages;

    Tool(String path, String packages) {
        this.path = Path.of(path);
        this.packages = packages;
    }

    /** Where it is called. */
    public String path() {
        return path.toString();
    }

    /** Whether this machine has it. */
    public boolean isThere() {
        return Files.isReadable(path);
    }

    String packages() {
        return packages;
    }
}
