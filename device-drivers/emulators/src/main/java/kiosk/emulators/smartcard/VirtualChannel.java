package kiosk.emulators.smartcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * Commands to the emulated card. When the card is pulled during one, it fails as the system's PC/SC does: the answer without a
 * status word makes an IllegalArgumentException, every later command a CardException.
 */
final class VirtualChannel extends CardChannel {
    private final VirtualCard card;
    private final VirtualContext context;
    private boolean cardGone;

    VirtualChannel(VirtualCard card, VirtualContext context) {
        this.card = card;
        this.context = context;
    }

    @Override
    public Card getCard() {
        return card;
    }

    @Override
    public int getChannelNumber() {
        return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
        return new ResponseAPDU(exchanged(command.getBytes()));
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
        byte[] bytes = new byte[command.remaining()];
        command.get(bytes);
        byte[] answer = exchanged(bytes);
        response.put(answer);
        return answer.length;
    }

    private byte[] exchanged(byte[] command) throws CardException {
        if (cardGone) {
            throw VirtualContext.failure("SCardTransmit", "0x80100069 (SCARD_W_REMOVED_CARD)");
        }
        byte[] answer = context.ask("SCardTransmit", asT0(command));
        cardGone = answer.length == 0;
        return answer;
    }

    /** T=0 has no length byte for the answer behind data that is sent (ISO/IEC 7816-3, 12.2.1). */
    private static byte[] asT0(byte[] command) {
        boolean sendsAndAsks = command.length > 5 && command.length == 6 + (command[4] & 0xFF);
        return sendsAndAsks ? Arrays.copyOf(command, command.length - 1) : command;
    }

    @Override
    public void close() {
        throw new IllegalStateException("the basic channel cannot be closed");
    }
}
