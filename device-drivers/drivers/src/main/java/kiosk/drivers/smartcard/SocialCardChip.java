package kiosk.drivers.smartcard;

import java.time.LocalDate;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.SocialCardReader.Broken;
import kiosk.device.SocialCardReader.NoCard;
import kiosk.device.SocialCardReader.Outcome;
import kiosk.device.SocialCardReader.Read;
import kiosk.device.SocialCardReader.Unreadable;
import kiosk.device.card.CardAuthenticator;
import kiosk.identity.CitizenId;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;

/**
 * Reads a social-security card from its first record to its last. Cards of version 1 and 2 give their holder's data freely; those
 * of version 3 say what they are, and the rest only to a terminal that has proved itself through a {@link CardAuthenticator}.
 */
final class SocialCardChip {
    private static final int VERSION = 0x03;
    private static final int ISSUED = 0x05;
    private static final int EXPIRES = 0x06;
    private static final int CARD_NUMBER = 0x07;
    private static final int SOCIAL_NUMBER = 0x08;
    private static final int NAME = 0x09;
    private static final int NAME_EXTENSION = 0x4E;
    private static final int SEX = 0x0A;
    private static final int BIRTH_DATE = 0x0D;
    private static final int DATE_BYTES = 4;

    private final CardRecords records;
    private final Optional<MutualAuthentication> key;

    SocialCardChip(Card card, Optional<CardAuthenticator> authenticator) {
        CardDialogue dialogue = new CardDialogue(card.getBasicChannel());
        records = new CardRecords(dialogue);
        key = authenticator.map(it -> new MutualAuthentication(it, card, dialogue));
    }

    Read read() throws CardException, CardRefused, InterruptedException {
        int algorithm = records.enter();
        records.select(CardRecords.EF05);
        String version = matching(CardText.ascii(records.record(VERSION, 4)), "[0-9]\\.[0-9]{2}");
        String cardId = records.cardId();
        if (version.startsWith("3") && key.isPresent()) {
            records.enter();
            key.get().open(cardId, algorithm);
            records.select(CardRecords.EF05);
        }
        return new Read(restOf(cardId, version), Optional.of(records.imprint()));
    }

    private SocialCard restOf(String cardId, String version) throws CardException, CardRefused {
        String cardNumber = matching(CardText.ascii(records.record(CARD_NUMBER, 9)), "[0-9A-Za-z]{1,9}");
        Optional<LocalDate> issued = records.optionalRecord(ISSUED, DATE_BYTES).flatMap(CardText::date);
        Optional<LocalDate> expires =
                records.optionalRecord(EXPIRES, DATE_BYTES).flatMap(CardText::date);
        records.select(CardRecords.EF06);
        String name = name();
        CitizenId number = number();
        return new SocialCard(cardId, cardNumber, version, name, number, sex(), issued, expires);
    }

    private CitizenId number() throws CardException, CardRefused {
        CitizenId number = CitizenId.parse(CardText.ascii(records.record(SOCIAL_NUMBER, 18)))
                .orElseThrow(() -> new CardRefused(CardTrouble.DAMAGED));
        Optional<byte[]> birthDate = records.optionalRecord(BIRTH_DATE, DATE_BYTES);
        if (birthDate.isPresent() && !CardText.date(birthDate.get()).equals(Optional.of(number.birthDate()))) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return number;
    }

    private String name() throws CardException, CardRefused {
        byte[] name = records.record(NAME, 30);
        return CardText.name(name, records.optionalRecord(NAME_EXTENSION, 20).orElse(new byte[0]));
    }

    private Sex sex() throws CardException, CardRefused {
        Optional<byte[]> sex = records.optionalRecord(SEX, 1);
        return sex.filter(value -> value.length == 1)
                .map(value -> Sex.ofCode((char) value[0]))
                .orElse(Sex.UNKNOWN);
    }

    private static String matching(String text, String pattern) throws CardRefused {
        if (!text.matches(pattern)) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return text;
    }

    /** What is answered when a card could not be read. */
    static final class Excuses implements CardExcuses<Outcome> {
        @Override
        public Outcome noCard() {
            return new NoCard();
        }

        @Override
        public Outcome unusable(CardTrouble trouble) {
            return new Unreadable(trouble);
        }

        @Override
        public Outcome broken(Fault fault) {
            return new Broken(fault);
        }

        @Override
        public Optional<Fault> faultIn(Outcome outcome) {
            return outcome instanceof Broken broken ? Optional.of(broken.fault()) : Optional.empty();
        }
    }
}
