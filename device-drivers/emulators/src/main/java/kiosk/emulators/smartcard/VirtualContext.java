package kiosk.emulators.smartcard;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.smartcardio.CardException;

/** A context with the emulated service: one connection. Once that is lost, the context is dead, whatever the service does. */
final class VirtualContext implements Closeable {
    private static final int CONNECT_MILLIS = 1000;

    private final VpcdWire wire;

    VirtualContext(String hostAndPort) throws CardException {
        int colon = hostAndPort.lastIndexOf(':');
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(
                            hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1))),
                    CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            wire = new VpcdWire(socket.getInputStream(), socket.getOutputStream(), socket);
        } catch (IOException refused) {
            throw failure("SCardEstablishContext", "0x8010001d (SCARD_E_NO_SERVICE)");
        }
    }

    static CardException failure(String call, String code) {
        return new CardException(call + " got response " + code);
    }

    ReaderState state() throws CardException {
        return ReaderState.of(ask("SCardGetStatusChange", (byte) VpcdWire.READER_STATE));
    }

    /** The answer to reset; empty if the card does not answer. */
    synchronized byte[] powerOn() throws CardException {
        tell((byte) VpcdWire.POWER_ON);
        return ask("SCardConnect", (byte) VpcdWire.ANSWER_TO_RESET);
    }

    /** Comes back once the card is off; a power-off still under way would hit the next card, which another context may be at. */
    synchronized void powerOff() throws CardException {
        tell((byte) VpcdWire.POWER_OFF);
        ask("SCardDisconnect", (byte) VpcdWire.READER_STATE);
    }

    private synchronized void tell(byte control) throws CardException {
        try {
            wire.send(control);
        } catch (IOException lost) {
            throw failure("SCardDisconnect", "0x8010001d (SCARD_E_NO_SERVICE)");
        }
    }

    /** Blocks as long as the far end does: PC/SC knows no timeout here. */
    synchronized byte[] ask(String call, byte... payload) throws CardException {
        try {
            wire.send(payload);
            return wire.receive();
        } catch (IOException lost) {
            throw failure(call, "0x8010001d (SCARD_E_NO_SERVICE)");
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
