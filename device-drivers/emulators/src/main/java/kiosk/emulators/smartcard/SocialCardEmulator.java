package kiosk.emulators.smartcard;

import java.io.IOException;
import java.net.Socket;
import java.security.PrivateKey;
import java.time.Duration;
import kiosk.emulators.loopback.LoopbackServer;

/**
 * The far end of a social-card reader: the service, the reader and the card, turned by verbs and reached at a loopback port by
 * {@link VirtualPcsc}. It is paced like a card at 9600 baud until it is told otherwise.
 */
public final class SocialCardEmulator implements AutoCloseable {
    private final CardSlot slot = new CardSlot();
    private final LoopbackServer server;
    private volatile ChipHabit habit = ChipHabit.ON_REQUEST;

    private SocialCardEmulator(int port) {
        server = new LoopbackServer("social-card-emulator", port, this::serve);
    }

    private void serve(Socket client) throws IOException {
        try (VpcdWire wire = new VpcdWire(client.getInputStream(), client.getOutputStream(), client)) {
            new SlotService(slot, wire).serve();
        }
    }

    /** Starts the service on that port of the loopback address; 0 takes a free one. */
    public static SocialCardEmulator on(int port) {
        SocialCardEmulator emulator = new SocialCardEmulator(port);
        emulator.startService();
        return emulator;
    }

    /** Where {@link VirtualPcsc} finds it: host and port. */
    public String address() {
        return "127.0.0.1:" + server.port();
    }

    /** How long a byte takes between card and reader; zero for no pacing. */
    public SocialCardEmulator pace(Duration perByte) {
        slot.pace(perByte);
        return this;
    }

    /** How long a card thinks about each command before it answers; zero for not at all. */
    public SocialCardEmulator think(Duration perCommand) {
        slot.think(perCommand);
        return this;
    }

    /** How many commands cards have been sent since it was started. */
    public long commands() {
        return slot.commands();
    }

    /** How cards put in from now on hand out their data. */
    public SocialCardEmulator habit(ChipHabit chipHabit) {
        habit = chipHabit;
        return this;
    }

    /** Puts a new card in; one that was in is out. */
    public void insert(CardContent card) {
        insert(EmulatedCard.with(card));
    }

    /** Puts a card in that may have been in before; it remembers its PIN and the tries left. */
    public void insert(EmulatedCard card) {
        slot.put(new EmulatedChip(card, habit), false);
    }

    /** Puts a technician's card in: PIV, with that P-256 key for card authentication. */
    public void insertTechnicianCard(PrivateKey key) {
        slot.put(new PivChip(key), false);
    }

    /** Puts a card in the wrong way round: it is there and does not answer its power-on. */
    public void insertWrongWayRound() {
        slot.put(new EmulatedChip(EmulatedCard.with(CardContent.ofAnotherKind()), habit), true);
    }

    /** Takes the card out. */
    public void remove() {
        slot.put(null, false);
    }

    /** The card answers so many commands more and is pulled during the next. */
    public void pullAfter(int commands) {
        slot.pullAfter(commands);
    }

    /** The card answers so many commands more, does the next as well, and is pulled before its answer. */
    public void pullBeforeAnswer(int commands) {
        slot.pullBeforeAnswer(commands);
    }

    /** The chip takes commands and does not answer them. */
    public void fallSilent() {
        slot.silence(true);
    }

    /** The chip answers again, also what it was asked meanwhile. */
    public void answerAgain() {
        slot.silence(false);
    }

    /** Pulls the reader's cable. */
    public void unplug() {
        slot.plug(false);
    }

    /** Plugs the reader in again. */
    public void plug() {
        slot.plug(true);
    }

    /** Kills the service: every context with it is dead for good. */
    public void stopService() {
        server.stop();
    }

    /** Starts the service again, on the same port. */
    public void startService() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
        slot.put(null, false);
        slot.silence(false);
    }
}
