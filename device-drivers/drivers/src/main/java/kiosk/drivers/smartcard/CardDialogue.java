package kiosk.drivers.smartcard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * Commands and answers with whatever card lies there (ISO/IEC 7816-4). Where the provider does not do it, it fetches what {@code 61xx} announces by
 * GET RESPONSE and repeats with the length that {@code 6Cxx} names; rounds and bytes are bounded, a card cannot keep us for ever.
 */
final class CardDialogue {
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_BYTES = 1024;
    private static final int GET_RESPONSE = 0xC0;
    private static final String GONE = "the card is gone, 0x80100069";

    private final CardChannel channel;

    CardDialogue(CardChannel channel) {
        this.channel = channel;
    }

    /** What a card answers: its data, and the status word. */
    record Answer(byte[] data, int status) {
        boolean fine() {
            return status == 0x9000;
        }
    }

    Answer ask(CommandAPDU command) throws CardException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        CommandAPDU next = command;
        ResponseAPDU answer = transmit(next);
        for (int round = 0; round < MOST_ROUNDS && data.size() <= MOST_BYTES; round++) {
            if (answer.getSW1() == 0x6C) {
                next = withLength(next, answer.getSW2());
            } else {
                data.writeBytes(answer.getData());
                if (answer.getSW1() != 0x61) {
                    return new Answer(data.toByteArray(), answer.getSW());
                }
                next = new CommandAPDU(0, GET_RESPONSE, 0, 0, expected(answer.getSW2()));
            }
            answer = transmit(next);
        }
        return new Answer(new byte[0], answer.getSW());
    }

    /** Sends a command that holds a secret, and overwrites it; it has no answer but its status word. */
    int tell(byte[] secretCommand) throws CardException {
        ByteBuffer answer = ByteBuffer.allocate(258);
        try {
            int length = channel.transmit(ByteBuffer.wrap(secretCommand), answer);
            if (length < 2) {
                throw new CardException(GONE);
            }
            return answer.getShort(length - 2) & 0xFFFF;
        } catch (IllegalArgumentException | IllegalStateException pulledMeanwhile) {
            throw new CardException(GONE, pulledMeanwhile);
        } finally {
            Arrays.fill(secretCommand, (byte) 0);
        }
    }

    private static CommandAPDU withLength(CommandAPDU command, int length) {
        return new CommandAPDU(
                command.getCLA(),
                command.getINS(),
                command.getP1(),
                command.getP2(),
                command.getData(),
                expected(length));
    }

    /** A length byte of zero stands for 256. */
    private static int expected(int length) {
        return length == 0 ? 256 : length;
    }

    /**
     * A card pulled during the exchange leaves an answer without status word, on which the JDK's own response class and the JNA
     * provider each stumble with an IllegalArgumentException; a card that is known to be gone makes an IllegalStateException.
     */
    private ResponseAPDU transmit(CommandAPDU command) throws CardException {
        try {
            return channel.transmit(command);
        } catch (IllegalArgumentException | IllegalStateException pulledMeanwhile) {
            throw new CardException(GONE, pulledMeanwhile);
        }
    }
}
