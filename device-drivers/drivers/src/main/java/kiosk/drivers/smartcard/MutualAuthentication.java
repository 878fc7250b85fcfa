package kiosk.drivers.smartcard;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import kiosk.device.CardTrouble;
import kiosk.device.card.CardAuthenticator;
import kiosk.device.card.CardAuthenticator.Answered;
import kiosk.device.card.CardAuthenticator.Challenge;
import kiosk.device.card.CardAuthenticator.Question;
import kiosk.device.card.CardAuthenticator.Unavailable;
import kiosk.drivers.smartcard.CardDialogue.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Card and terminal prove themselves to each other before a card of version 3 shows its holder (LD/T 32-2015 part 5): GET CHALLENGE
 * twice, INTERNAL AUTHENTICATE; GET CHALLENGE twice, EXTERNAL AUTHENTICATE with key 0A (RKSSSE). Our proof leaves only after the
 * card's own was right: a wrong key would cost the card one of the few tries after which it closes for ever.
 */
final class MutualAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger(MutualAuthentication.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int INTERNAL = 0x88;
    private static final int EXTERNAL = 0x82;
    private static final int GET_CHALLENGE = 0x84;
    private static final int RKSSSE = 0x0A;
    private static final int BLOCK = 8;

    private final CardAuthenticator authenticator;
    private final CardDialogue dialogue;
    private final String historical;

    MutualAuthentication(CardAuthenticator authenticator, Card card, CardDialogue dialogue) {
        this.authenticator = authenticator;
        this.dialogue = dialogue;
        this.historical = HexFormat.of().formatHex(card.getATR().getHistoricalBytes());
    }

    /**
     * Opens the card to us if the authenticator can; if not, the card stays closed, and says so itself when it is asked.
     *
     * @throws CardRefused if the card does not prove itself
     */
    void open(String cardId, int algorithm) throws CardException, CardRefused, InterruptedException {
        Challenge internal = challenge();
        byte[] proof =
                eightBytes(new CommandAPDU(0, INTERNAL, 0, 0, bytes(internal.process() + internal.source()), BLOCK));
        Challenge external = challenge();
        Question question = new Question(cardId, historical, algorithm, internal, external);
        CardAuthenticator.Outcome outcome = authenticator.answer(question, PATIENCE);
        if (outcome instanceof Answered answered) {
            requireGenuine(MessageDigest.isEqual(bytes(answered.internal()), proof));
            Answer accepted = dialogue.ask(new CommandAPDU(0, EXTERNAL, 0, RKSSSE, bytes(answered.external())));
            LOG.debug("external authentication: {}", HexFormat.of().toHexDigits((short) accepted.status()));
        } else {
            LOG.info("card stays closed: {}", reason(outcome));
        }
    }

    private static String reason(CardAuthenticator.Outcome outcome) {
        return outcome instanceof Unavailable unavailable
                ? unavailable.fault().cause() + " " + unavailable.fault().code()
                : "no key for it";
    }

    private static void requireGenuine(boolean genuine) throws CardRefused {
        if (!genuine) {
            throw new CardRefused(CardTrouble.NOT_GENUINE);
        }
    }

    private Challenge challenge() throws CardException, CardRefused {
        return new Challenge(random(), random());
    }

    private String random() throws CardException, CardRefused {
        return HexFormat.of().formatHex(eightBytes(new CommandAPDU(0, GET_CHALLENGE, 0, 0, BLOCK)));
    }

    /** A card that cannot answer such a command cannot be opened. */
    private byte[] eightBytes(CommandAPDU command) throws CardException, CardRefused {
        Answer answer = dialogue.ask(command);
        if (!answer.fine() || answer.data().length != BLOCK) {
            throw new CardRefused(CardTrouble.HOLDER_PROTECTED);
        }
        return answer.data();
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
