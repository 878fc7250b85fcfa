package kiosk.emulators.idcard;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kiosk.emulators.idcard.SdtWire.Request;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;

/**
 * An identity-card reader at the far end of a serial cable: answers SDT frames (GA 450, GA 467) as fast as the line would, and
 * fails as readers fail. The verbs may be called from any thread; closing pulls the cable for good.
 */
public final class SdtEmulator implements AutoCloseable {
    private static final Duration A_REQUEST_IS_BROKEN_OFF_AFTER = Duration.ofMillis(100);
    private static final int READ = 0x3001;
    private static final int NEW_ADDRESS = 0x3003;

    private final Pty cable;
    private final Pace pace;
    private final SdtSam sam = new SdtSam();
    private final SdtWire wire = new SdtWire();
    private final Queue<Spoiling> spoilings = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "sdt-emulator");
    private volatile boolean silent;
    private volatile int onlySpeed;
    private volatile long bytesOfTheLastRead;
    private long bytesSinceFound;
    private boolean reading;

    /** A reader on that cable, which it owns from now on. */
    public SdtEmulator(Pty cable, Pace pace) {
        this.cable = cable;
        this.pace = pace;
        thread.setDaemon(true);
        thread.start();
    }

    /** The path to configure as the reader's port. */
    public String path() {
        return cable.path();
    }

    /** Lays a card on the reader, in place of the one that may lie there. */
    public void layCard(CardImage card) {
        sam.lay(card);
    }

    /** Takes the card away. */
    public void takeCard() {
        sam.take();
    }

    /** Pulls the cable. */
    public void cableOut() {
        cable.cableOut();
    }

    /** Plugs the cable in again. */
    public void cableIn() {
        cable.cableIn();
    }

    /** Answers nothing from now on, or answers again. */
    public void silent(boolean quiet) {
        silent = quiet;
    }

    /** Spoils the next answer; several are spoilt one after the other. */
    public void spoilNext(Spoiling spoiling) {
        spoilings.add(spoiling);
    }

    /** Answers that command with that status the next time, for instance {@code 0x3001} with {@code 0x41}. */
    public void refuseNext(int command, int status) {
        sam.refuse(command, status);
    }

    /** Answers every command with that status: {@code 0x60} self-test failed, {@code 0x66} not authorised. */
    public void moduleFails(int status) {
        sam.fail(Optional.of(status));
    }

    /** The module works again. */
    public void moduleRecovers() {
        sam.fail(Optional.empty());
    }

    /** Understands only this speed from now on, whatever the cable carries; 0 for any. */
    public void speaksOnlyAt(int baud) {
        onlySpeed = baud;
    }

    /**
     * How long the frames of the last whole read are on a wire of that speed, both ways: from finding the card on, and to the first
     * question for a newer address. What asks for it again only wants to know whether the card still lies there.
     */
    public Duration wireTimeOfTheLastRead(int baud) {
        return Pace.wireTime(bytesOfTheLastRead, baud);
    }

    private void serve() {
        byte[] came = new byte[64];
        int count = cable.read(came, A_REQUEST_IS_BROKEN_OFF_AFTER);
        while (count >= 0) {
            if (count > 0 && understands()) {
                pace.received(count);
                wire.came(came, count);
                wire.next().ifPresent(this::handle);
            } else if (count == 0) {
                wire.brokenOff().ifPresent(this::handle);
            }
            count = cable.read(came, A_REQUEST_IS_BROKEN_OFF_AFTER);
        }
    }

    private boolean understands() {
        return onlySpeed == 0 || onlySpeed == cable.baud();
    }

    private void handle(Request request) {
        if (!silent) {
            byte[] body = bodyFor(request);
            byte[] frame = SdtWire.frame(body);
            count(request, frame.length, body[2] & 0xFF);
            Spoiling spoiling = spoilings.poll();
            pace.send(cable, spoiling == null ? frame : spoiling.spoilt(frame));
        }
    }

    private byte[] bodyFor(Request request) {
        return switch (request.flaw()) {
            case NONE -> sam.answer(request.command());
            case CHECKSUM -> SdtSam.body(0x10, new byte[0]);
            case LENGTH -> SdtSam.body(0x11, new byte[0]);
        };
    }

    private void count(Request request, int answered, int status) {
        boolean found = status == SdtSam.FOUND;
        reading |= found;
        bytesSinceFound = (found ? 0 : bytesSinceFound) + request.wireBytes() + answered;
        if (reading && (request.command() == READ || request.command() == NEW_ADDRESS)) {
            bytesOfTheLastRead = bytesSinceFound;
        }
        reading &= request.command() != NEW_ADDRESS;
    }

    @Override
    public void close() {
        cable.close();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
