package kiosk.drivers.smartcard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import kiosk.device.CardTrouble;
import kiosk.drivers.smartcard.CardDialogue.Answer;
import kiosk.identity.CardImprint;

/**
 * The record files under the environment of a social-security card (LD/T 32-2015; its file structure V2.0): SELECT by name, SELECT
 * EF, READ RECORD by tag.
 */
final class CardRecords {
    /** Card issuer data. */
    static final int EF05 = 0xEF05;
    /** Card holder data. */
    static final int EF06 = 0xEF06;

    /** {@code sx1.sh.社会保障} in GBK. */
    private static final byte[] ENVIRONMENT = HexFormat.of().parseHex("7378312e73682ec9e7bbe1b1a3d5cf");

    private static final Pattern ALGORITHM = Pattern.compile("9f0c038601([0-9a-f]{2})");

    private static final int SELECT = 0xA4;
    private static final int READ_RECORD = 0xB2;
    private static final int CARD_ID = 0x01;
    private static final int CARD_ID_BYTES = 16;
    private static final int RECORD_NOT_FOUND = 0x6A83;
    /** Tag and length in front of each value. */
    private static final int HEAD = 2;

    private final CardDialogue card;
    private final List<byte[]> said = new ArrayList<>();

    CardRecords(CardDialogue card) {
        this.card = card;
    }

    /** Enters the card's environment and says the algorithm of its keys; a card without it is no social-security card. */
    int enter() throws CardException, CardRefused {
        Answer answer = card.ask(new CommandAPDU(0, SELECT, 4, 0, ENVIRONMENT));
        if (!answer.fine()) {
            throw new CardRefused(CardTrouble.WRONG_CARD);
        }
        return algorithmIn(HexFormat.of().formatHex(answer.data()));
    }

    /** Element 86 in tag 9F0C of the control information; 1 where a card says nothing. */
    private static int algorithmIn(String controlInformation) {
        Matcher algorithm = ALGORITHM.matcher(controlInformation);
        return algorithm.find() ? Integer.parseInt(algorithm.group(1), 16) : 1;
    }

    void select(int file) throws CardException, CardRefused {
        byte[] identifier = {(byte) (file >> 8), (byte) file};
        accept(card.ask(new CommandAPDU(0, SELECT, 2, 0, identifier)));
    }

    /** The card identification code, 32 hexadecimal digits; EF05 is selected. */
    String cardId() throws CardException, CardRefused {
        byte[] id = record(CARD_ID, CARD_ID_BYTES);
        if (id.length != CARD_ID_BYTES) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return HexFormat.of().withUpperCase().formatHex(id);
    }

    /** The value of a record that every card has. */
    byte[] record(int tag, int length) throws CardException, CardRefused {
        return optionalRecord(tag, length).orElseThrow(() -> new CardRefused(CardTrouble.DAMAGED));
    }

    /** The value of a record that a card may lack. */
    Optional<byte[]> optionalRecord(int tag, int length) throws CardException, CardRefused {
        Answer answer = card.ask(new CommandAPDU(0, READ_RECORD, tag, 0, length + HEAD));
        if (answer.status() == RECORD_NOT_FOUND) {
            return Optional.empty();
        }
        accept(answer);
        byte[] value = valueIn(answer.data(), tag);
        said.add(value);
        return Optional.of(value);
    }

    /** The imprint of all records that were read. */
    CardImprint imprint() {
        return CardImprint.of(said);
    }

    private static byte[] valueIn(byte[] record, int tag) throws CardRefused {
        if (record.length < HEAD || (record[0] & 0xFF) != tag || (record[1] & 0xFF) > record.length - HEAD) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return Arrays.copyOfRange(record, HEAD, HEAD + (record[1] & 0xFF));
    }

    /** {@code 69xx} is a command that is not allowed: the security status is not satisfied, there is no key. */
    private static void accept(Answer answer) throws CardRefused {
        if (!answer.fine()) {
            throw new CardRefused(answer.status() >> 8 == 0x69 ? CardTrouble.HOLDER_PROTECTED : CardTrouble.DAMAGED);
        }
    }
}
