package kiosk.emulators.smartcard;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The wire between a virtual reader and a virtual card, as vpcd of the vsmartcard project has it: two bytes of length, highest
 * first, then the payload. A payload of one byte is a control, any other a command of ISO/IEC 7816-4.
 *
 * <pre>
 *   00 power off, no answer      01 power on, no answer      02 reset, no answer
 *   04 answer-to-reset: its bytes, none if there is no card
 *   10 ours, unknown to vpcd: the reader's state, one byte of {@link ReaderState}
 *   11 ours as well: the same, as soon as it is another than this control answered last here, or after a second
 *   a command: its answer, none if the card was taken meanwhile
 * </pre>
 */
final class VpcdWire implements Closeable {
    static final int POWER_OFF = 0;
    static final int POWER_ON = 1;
    static final int RESET = 2;
    static final int ANSWER_TO_RESET = 4;
    static final int READER_STATE = 0x10;
    static final int NEXT_READER_STATE = 0x11;

    private final DataInputStream in;
    private final OutputStream out;
    private final Closeable transport;

    VpcdWire(InputStream in, OutputStream out, Closeable transport) {
        this.in = new DataInputStream(in);
        this.out = out;
        this.transport = transport;
    }

    byte[] receive() throws IOException {
        byte[] payload = new byte[in.readUnsignedShort()];
        in.readFully(payload);
        return payload;
    }

    /** Length and payload leave in one piece: in two, delayed acknowledgements cost 40 ms each time. */
    void send(byte... payload) throws IOException {
        byte[] frame = new byte[payload.length + 2];
        frame[0] = (byte) (payload.length >> 8);
        frame[1] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 2, payload.length);
        out.write(frame);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
