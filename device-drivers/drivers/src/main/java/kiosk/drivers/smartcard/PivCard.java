package kiosk.drivers.smartcard;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.card.CardProof;
import kiosk.drivers.smartcard.CardDialogue.Answer;

/**
 * A technician's card: the PIV application (NIST SP 800-73-4 part 2) with a P-256 key in the slot for card authentication, 9E, which
 * needs no PIN. It is asked for a signature by GENERAL AUTHENTICATE (3.2.4), dynamic authentication template
 * {@code 7C { 82 00, 81 20 hash }}, and answers {@code 7C { 82 signature }}.
 */
final class PivCard {
    static final byte[] APPLICATION = HexFormat.of().parseHex("a000000308000010000100");

    private static final int SELECT = 0xA4;
    private static final int GENERAL_AUTHENTICATE = 0x87;
    private static final int ECC_P256 = 0x11;
    private static final int CARD_AUTHENTICATION = 0x9E;
    private static final int TEMPLATE = 0x7C;
    private static final int CHALLENGE = 0x81;
    private static final int RESPONSE = 0x82;
    private static final int HASH_BYTES = 32;

    private final CardDialogue dialogue;

    PivCard(Card card) {
        dialogue = new CardDialogue(card.getBasicChannel());
    }

    /** The signature of that hash; a card that cannot is refused. */
    byte[] sign(byte[] hash) throws CardException, CardRefused {
        Answer selected = dialogue.ask(new CommandAPDU(0, SELECT, 4, 0, APPLICATION, 256));
        if (!selected.fine()) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        Answer answer = dialogue.ask(
                new CommandAPDU(0, GENERAL_AUTHENTICATE, ECC_P256, CARD_AUTHENTICATION, template(hash), 256));
        if (!answer.fine()) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return value(answer.data(), TEMPLATE)
                .flatMap(it -> value(it, RESPONSE))
                .orElseThrow(() -> new CardRefused(CardTrouble.DAMAGED));
    }

    private static byte[] template(byte[] hash) {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        template.write(TEMPLATE);
        template.write(HASH_BYTES + 4);
        template.write(RESPONSE);
        template.write(0);
        template.write(CHALLENGE);
        template.write(HASH_BYTES);
        template.write(hash, 0, HASH_BYTES);
        return template.toByteArray();
    }

    /** The value of the one object in that data, if it bears that tag and fills the data whole; lengths of one byte, or two after 81. */
    static Optional<byte[]> value(byte[] data, int tag) {
        int head = data.length > 1 && (data[1] & 0xFF) == 0x81 ? 3 : 2;
        if (data.length < head || (data[0] & 0xFF) != tag) {
            return Optional.empty();
        }
        int length = data[head - 1] & 0xFF;
        boolean whole = data.length == head + length && (head == 3 || length < 0x80);
        return whole ? Optional.of(Arrays.copyOfRange(data, head, data.length)) : Optional.empty();
    }

    /** What is answered when a card did not sign. */
    static final class Excuses implements CardExcuses<CardProof> {
        @Override
        public CardProof noCard() {
            return new CardProof.NoCard();
        }

        @Override
        public CardProof unusable(CardTrouble trouble) {
            return new CardProof.Unfit();
        }

        @Override
        public CardProof broken(Fault fault) {
            return new CardProof.Broken(fault);
        }

        @Override
        public Optional<Fault> faultIn(CardProof proof) {
            return proof instanceof CardProof.Broken broken ? Optional.of(broken.fault()) : Optional.empty();
        }
    }
}
