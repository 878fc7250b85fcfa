package kiosk.drivers.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cupsd of its own, on a loopback port, with one queue that passes documents on to a printer as they are. */
public final class CupsdPeer implements AutoCloseable {
    private static final String SETTINGS = """
            Listen 127.0.0.1:%d
            LogLevel warn
            Browsing Off
            DefaultAuthType None
            WebInterface No
            PreserveJobHistory Yes
            JobRetryInterval 1
            <Location />
              Order allow,deny
              Allow localhost
            </Location>
            <Policy default>
              JobPrivateAccess default
              JobPrivateValues default
              <Limit All>
                Order deny,allow
              </Limit>
            </Policy>
            """;

    private static final String FILES = """
            ServerRoot %s/etc
            CacheDir %s/cache
            StateDir %s/state
            RequestRoot %s/spool
            TempDir %s/spool/tmp
            AccessLog %s/log/access
            ErrorLog %s/log/error
            PageLog %s/log/pages
            """;

    private static final String QUEUE = """
            <Printer kiosk>
            Info Kiosk Laser
            DeviceURI %s
            State Idle
            Accepting Yes
            Shared Yes
            JobSheets none none
            ErrorPolicy abort-job
            </Printer>
            """;

    private final PeerRoom room = PeerRoom.open();
    private final int port = PeerRoom.freePort();

    /** Starts it before the printer at that address of IPP. */
    public CupsdPeer(String printer) {
        Path home = room.file("");
        if (!home.toFile().setExecutable(true, false)) {
            throw new IllegalStateException("cupsd's backend cannot be let into its folder");
        }
        for (String folder : List.of("cache", "log", "spool/tmp", "state")) {
            room.write(folder + "/readme", "");
        }
        Path settings = room.write("etc/cupsd.conf", SETTINGS.formatted(port));
        Path files = room.write("etc/cups-files.conf", FILES.formatted(home, home, home, home, home, home, home, home));
        room.write("etc/printers.conf", QUEUE.formatted(printer));
        room.start(Map.of(), Tool.CUPSD.path(), "-f", "-c", settings.toString(), "-s", files.toString());
        PeerRoom.await(() -> PeerRoom.listening(port), "cupsd");
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        room.close();
    }
}
