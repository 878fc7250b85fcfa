package kiosk.emulators.smartcard;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import kiosk.device.card.CardAuthenticator.Challenge;

/** What a powered chip knows of who has proved what: challenges given, terminal accepted, PIN verified. Forgotten without power. */
final class ChipSecurity {
    private static final int RKSSSE = 0x0A;
    private static final int RANDOM = 8;

    private final EmulatedCard card;
    private final SecureRandom random = new SecureRandom();
    private String earlier = "";
    private String latest = "";
    private boolean terminalAccepted;
    private boolean pinVerified;

    ChipSecurity(EmulatedCard card) {
        this.card = card;
    }

    /** Whether the card shows this record now: of a protected one not its holder, and not its number. */
    boolean shows(int file, int tag) {
        boolean personal = file == CardContent.EF06 || tag == 0x07;
        return !card.content().holderProtected() || !personal || terminalAccepted;
    }

    byte[] challenge() {
        byte[] fresh = new byte[RANDOM];
        random.nextBytes(fresh);
        earlier = latest;
        latest = HexFormat.of().formatHex(fresh);
        return fresh;
    }

    /** INTERNAL AUTHENTICATE: process factor and source in, the card's proof out. */
    byte[] internal(byte[] processAndSource) {
        String both = HexFormat.of().formatHex(processAndSource);
        return card.keys()
                .internalProof(card.content().cardId(), new Challenge(both.substring(16), both.substring(0, 16)));
    }

    /** EXTERNAL AUTHENTICATE with key 0A: a proof counts for the last two random numbers, and once. */
    int external(int key, byte[] proof) {
        if (key != RKSSSE) {
            return 0x6A88;
        }
        if (earlier.isEmpty()) {
            return 0x6985;
        }
        byte[] right = card.keys().externalProof(card.content().cardId(), new Challenge(earlier, latest));
        int status = card.tryKey(Arrays.equals(right, proof));
        terminalAccepted = status == 0x9000;
        forgetChallenges();
        return status;
    }

    /** Only a command right after it answers to a challenge. */
    void forgetChallenges() {
        earlier = "";
        latest = "";
    }

    /** VERIFY; without a PIN it asks for the tries left. */
    int verify(byte[] pin) {
        if (!card.hasPin()) {
            return 0x6A88;
        }
        if (pin.length > 0) {
            int status = card.tryPin(pin);
            pinVerified = status == 0x9000;
            return status;
        }
        if (card.habit() == PinHabit.KEEPS_COUNT_TO_ITSELF) {
            return 0x6700;
        }
        if (pinVerified) {
            return 0x9000;
        }
        return card.pinTriesLeft() == 0 ? 0x6983 : 0x63C0 | card.pinTriesLeft();
    }

    /** CHANGE PIN: the old PIN, FF, the new one. */
    int change(byte[] oldAndNew) {
        int middle = 0;
        while (middle < oldAndNew.length && oldAndNew[middle] != (byte) 0xFF) {
            middle++;
        }
        int fresh = oldAndNew.length - middle - 1;
        if (card.habit() == PinHabit.CANNOT_CHANGE) {
            return 0x6D00;
        }
        if (fresh < 2 || fresh > 8) {
            return 0x6A80;
        }
        int status = card.tryPin(Arrays.copyOf(oldAndNew, middle));
        if (status == 0x9000) {
            card.setPin(Arrays.copyOfRange(oldAndNew, middle + 1, oldAndNew.length));
        }
        return status;
    }
}
