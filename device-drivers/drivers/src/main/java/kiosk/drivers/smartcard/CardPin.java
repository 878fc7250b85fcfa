package kiosk.drivers.smartcard;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;

/**
 * The PIN of a social-security card (LD/T 32-2015 part 5, status words by ISO/IEC 7816-4): VERIFY without data asks for the tries
 * left, VERIFY with the old PIN proves it, CHANGE PIN {@code 80 5E 01 00} carries old PIN, FF and new PIN. One instance changes at
 * most once: what has been sent is never sent again, and nothing is sent any more once it was given up.
 */
final class CardPin {
    private static final int VERIFY = 0x20;
    private static final int RIGHT = 0x9000;
    private static final int UNKNOWN_INSTRUCTION = 0x6D00;

    private final String cardId;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.NOTHING_SENT);

    private enum Stage {
        NOTHING_SENT,
        VERIFYING,
        CHANGING,
        GIVEN_UP
    }

    CardPin(String cardId) {
        this.cardId = cardId;
    }

    /** Stops; true if the PIN may have been changed meanwhile. */
    boolean giveUp() {
        return stage.getAndSet(Stage.GIVEN_UP) == Stage.CHANGING;
    }

    PinOutcome tries(Card card) throws CardException, CardRefused {
        CardDialogue dialogue = new CardDialogue(card.getBasicChannel());
        return isThisCard(dialogue) ? tries(dialogue) : new PinOutcome.OtherCard();
    }

    private boolean isThisCard(CardDialogue dialogue) throws CardException, CardRefused {
        CardRecords records = new CardRecords(dialogue);
        records.enter();
        records.select(CardRecords.EF05);
        return records.cardId().equals(cardId);
    }

    private static PinOutcome tries(CardDialogue dialogue) throws CardException {
        int status = dialogue.ask(new CommandAPDU(0, VERIFY, 0, 0)).status();
        return switch (status) {
            case RIGHT, 0x6300, 0x6700, 0x6A80, 0x6A81, 0x6A86 -> new PinOutcome.Ready(OptionalInt.empty());
            default ->
                refused(status) instanceof PinOutcome.WrongPin left
                        ? new PinOutcome.Ready(left.triesLeft())
                        : refused(status);
        };
    }

    PinOutcome change(Card card, Pin old, Pin fresh) throws CardException, CardRefused {
        CardDialogue dialogue = new CardDialogue(card.getBasicChannel());
        if (!isThisCard(dialogue)) {
            return new PinOutcome.OtherCard();
        }
        byte[] verifying = verifying(old);
        byte[] changing = changing(old, fresh);
        try {
            return change(dialogue, verifying, changing);
        } finally {
            Arrays.fill(verifying, (byte) 0);
            Arrays.fill(changing, (byte) 0);
        }
    }

    /** The commands were made before their stage is entered: whoever gives up may wipe the PINs at once. */
    private PinOutcome change(CardDialogue dialogue, byte[] verifying, byte[] changing) throws CardException {
        enter(Stage.NOTHING_SENT, Stage.VERIFYING);
        int verified = dialogue.tell(verifying);
        if (verified != RIGHT && verified != UNKNOWN_INSTRUCTION) {
            return refused(verified);
        }
        enter(Stage.VERIFYING, Stage.CHANGING);
        int changed = dialogue.tell(changing);
        return changed == RIGHT ? new PinOutcome.Changed() : refused(changed);
    }

    private void enter(Stage from, Stage to) throws CardException {
        if (!stage.compareAndSet(from, to)) {
            throw new CardException("given up, 0x80100016");
        }
    }

    private static PinOutcome refused(int status) {
        int tries = status & 0xF;
        if (status >> 4 == 0x63C) {
            return tries == 0 ? new PinOutcome.Blocked() : new PinOutcome.WrongPin(OptionalInt.of(tries));
        }
        return switch (status) {
            case 0x6300 -> new PinOutcome.WrongPin(OptionalInt.empty());
            case 0x6983 -> new PinOutcome.Blocked();
            default -> new PinOutcome.NotSupported();
        };
    }

    private static byte[] verifying(Pin pin) {
        byte[] packed = pin.packed();
        byte[] command = new byte[5 + packed.length];
        command[1] = VERIFY;
        command[4] = (byte) packed.length;
        System.arraycopy(packed, 0, command, 5, packed.length);
        Arrays.fill(packed, (byte) 0);
        return command;
    }

    private static byte[] changing(Pin old, Pin fresh) {
        byte[] first = old.packed();
        byte[] second = fresh.packed();
        byte[] command = new byte[6 + first.length + second.length];
        command[0] = (byte) 0x80;
        command[1] = 0x5E;
        command[2] = 1;
        command[4] = (byte) (first.length + 1 + second.length);
        System.arraycopy(first, 0, command, 5, first.length);
        command[5 + first.length] = (byte) 0xFF;
        System.arraycopy(second, 0, command, 6 + first.length, second.length);
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
        return command;
    }

    /** What is answered about a PIN when its card could not be asked. */
    static final class Excuses implements CardExcuses<PinOutcome> {
        @Override
        public PinOutcome noCard() {
            return new PinOutcome.NoCard();
        }

        /** A card that moved is to be put in again; any other trouble means that it is not the one its holder was known by. */
        @Override
        public PinOutcome unusable(CardTrouble trouble) {
            return trouble == CardTrouble.LAY_AGAIN ? new PinOutcome.NoCard() : new PinOutcome.OtherCard();
        }

        @Override
        public PinOutcome broken(Fault fault) {
            return new PinOutcome.Broken(fault);
        }

        @Override
        public Optional<Fault> faultIn(PinOutcome outcome) {
            return outcome instanceof PinOutcome.Broken broken ? Optional.of(broken.fault()) : Optional.empty();
        }
    }
}
