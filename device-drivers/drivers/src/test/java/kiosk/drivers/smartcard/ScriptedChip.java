package kiosk.drivers.smartcard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import kiosk.emulators.smartcard.CardContent;
import kiosk.identity.SocialCard;

/** A channel to a card that answers from a script, whatever it is asked, or from a card's records; then it is gone. */
final class ScriptedChip extends CardChannel {
    private static final int READ_RECORD = 0xB2;
    private static final int MOST_BYTES_OF_A_NAME = 30;

    /** What answers a command. */
    private interface Answers {
        byte[] to(CommandAPDU command) throws CardException;
    }

    private final Answers answers;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int commands;

    private ScriptedChip(Answers answers) {
        this.answers = answers;
    }

    /** The chip that answers with what stands in the script: two bytes of length, then so many bytes. */
    static ScriptedChip saying(ByteBuffer script) {
        return new ScriptedChip(command -> {
            if (script.remaining() < 2) {
                throw new CardException("SCARD_W_REMOVED_CARD 0x80100069");
            }
            byte[] answer = new byte[Math.min(script.getShort() & 0xFFFF, script.remaining())];
            script.get(answer);
            return answer;
        });
    }

    /** The chip of that card. */
    static ScriptedChip of(SocialCard card) {
        CardContent content = CardContent.of(card);
        int[] file = {0};
        return new ScriptedChip(command -> {
            if (command.getINS() != READ_RECORD) {
                file[0] = command.getP1() == 2
                        ? ByteBuffer.wrap(command.getData()).getShort() & 0xFFFF
                        : 0;
                return HexFormat.of().parseHex("9000");
            }
            byte[] value = content.records().get(file[0] << 8 | command.getP1());
            return value == null ? HexFormat.of().parseHex("6A83") : record(command.getP1(), value);
        });
    }

    private static byte[] record(int tag, byte[] value) {
        byte[] record = Arrays.copyOf(new byte[] {(byte) tag, (byte) value.length}, value.length + 4);
        System.arraycopy(value, 0, record, 2, value.length);
        record[value.length + 2] = (byte) 0x90;
        return record;
    }

    /** Whether the emulated chip can hold it: a card of version 1 has no place for a long name, and one of version 3 hides it. */
    static boolean canHold(SocialCard card) {
        int name = card.name().getBytes(Charset.forName("GB18030")).length;
        return !card.version().startsWith("3") && (!card.version().startsWith("1") || name <= MOST_BYTES_OF_A_NAME);
    }

    /** All that it has answered, as a script. */
    byte[] said() {
        return said.toByteArray();
    }

    int commands() {
        return commands;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
        commands++;
        byte[] answer = answers.to(command);
        said.writeBytes(ByteBuffer.allocate(2).putShort((short) answer.length).array());
        said.writeBytes(answer);
        return new ResponseAPDU(answer);
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) {
        throw new UnsupportedOperationException("nobody asks so");
    }

    @Override
    public Card getCard() {
        throw new UnsupportedOperationException("nobody asks so");
    }

    @Override
    public int getChannelNumber() {
        return 0;
    }

    @Override
    public void close() {}
}
