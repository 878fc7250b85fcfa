package kiosk.emulators.scanner;

import java.util.Optional;
import kiosk.emulators.loopback.LoopbackServer;

/**
 * The far end of a network scanner: a saned on a loopback port with one sheet-fed scanner that has a glass too. It takes its sheets
 * from the feeder unless it is told {@code Flatbed}, and takes three seconds for a page until it is told otherwise.
 */
public final class SaneEmulator extends EmulatedScanner {
    private final LoopbackServer server;

    private SaneEmulator(int port) {
        server = new LoopbackServer("sane-emulator", port, client -> new SaneConversation(bed, client).hold());
    }

    /** Starts saned on that port of the loopback address; 0 takes a free one. */
    public static SaneEmulator on(int port) {
        SaneEmulator emulator = new SaneEmulator(port);
        emulator.startService();
        return emulator;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Speaks no proper SANE from now on. */
    public void garble(Garble kind) {
        bed.garble(Optional.of(kind));
    }

    /** Speaks proper SANE again. */
    public void speakProperly() {
        bed.garble(Optional.empty());
    }

    /** How often a client has asked for a list of all scanners, for which saned asks every backend it has. */
    public int listed() {
        return bed.listed();
    }

    @Override
    public void stopService() {
        server.stop();
    }

    @Override
    public void startService() {
        server.start();
    }
}
