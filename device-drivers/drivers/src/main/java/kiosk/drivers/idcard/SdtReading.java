package kiosk.drivers.idcard;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.IdCardReader.Outcome;
import kiosk.device.IdCardReader.Read;
import kiosk.device.IdCardReader.Unreadable;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import kiosk.identity.CardImprint;

/** Reads the card that lies on the reader, if one does: find, select, read, and the address written on it later. */
final class SdtReading {
    static final int FIND = 0x2001;
    static final int SELECT = 0x2002;
    static final int READ = 0x3001;
    static final int NEW_ADDRESS = 0x3003;

    private static final int MOST_ATTEMPTS = 2;
    private static final int LENGTHS = 4;
    private static final int LEAST_PHOTO = 512;

    private final SdtLink link;
    private final LocalDate today;
    private final Deadline deadline;

    SdtReading(SdtLink link, LocalDate today, Deadline deadline) {
        this.link = link;
        this.today = today;
        this.deadline = deadline;
    }

    /** How the read of a card ended; empty if none lies there. */
    Optional<Outcome> read() throws LineFailure, InterruptedException {
        SdtAnswer answer = sequence();
        if (answer.isNoCard()) {
            return Optional.empty();
        }
        for (int attempts = 1; answer.isWorthAnotherAttempt() && attempts < MOST_ATTEMPTS; attempts++) {
            if (answer.asksForReset()) {
                link.ask(SdtLink.RESET, deadline);
            }
            answer = sequence();
        }
        return Optional.of(answer.isOk() ? withNewAddress(textIn(answer), answer.data()) : judge(answer));
    }

    /** The answer to the read, or the first one before it that was none. */
    private SdtAnswer sequence() throws LineFailure, InterruptedException {
        SdtAnswer found = link.ask(FIND, deadline);
        if (!found.isFound()) {
            return found.isOk() ? unexpected(found) : found;
        }
        SdtAnswer selected = link.ask(SELECT, deadline);
        return selected.isOk() ? link.ask(READ, deadline) : selected;
    }

    private static SdtAnswer unexpected(SdtAnswer answer) throws LineFailure {
        throw new LineFailure(Fault.Cause.GARBLED, answer.fault().code());
    }

    private static Outcome judge(SdtAnswer answer) throws LineFailure {
        Optional<CardTrouble> trouble = answer.trouble();
        if (trouble.isEmpty()) {
            throw new LineFailure(answer.fault().cause(), answer.fault().code());
        }
        return new Unreadable(trouble.get());
    }

    /** The data are the length of the text, the length of the photo, the text, the photo. */
    private static byte[] textIn(SdtAnswer answer) throws LineFailure {
        ByteBuffer data = ByteBuffer.wrap(answer.data());
        if (data.remaining() < LENGTHS + IdCardText.SIZE || data.getShort() != IdCardText.SIZE) {
            throw new LineFailure(Fault.Cause.GARBLED, "text of " + answer.data().length);
        }
        return Arrays.copyOfRange(answer.data(), LENGTHS, LENGTHS + IdCardText.SIZE);
    }

    /** The address written on it later is no part of the imprint: the police may write one between two visits. */
    private Outcome withNewAddress(byte[] text, byte[] textAndPhoto) throws LineFailure, InterruptedException {
        Optional<byte[]> address = Optional.empty();
        if (IdCardText.hasAddress(text)) {
            SdtAnswer answer = link.ask(NEW_ADDRESS, deadline);
            if (answer.isWorthAnotherAttempt()) {
                return new Unreadable(CardTrouble.LAY_AGAIN);
            }
            if (answer.isOk() && answer.data().length >= IdCardText.NEW_ADDRESS_SIZE) {
                address = Optional.of(answer.data());
            }
        }
        try {
            return new Read(IdCardText.parse(text, address, today), imprintOf(textAndPhoto));
        } catch (DamagedCard damaged) {
            return new Unreadable(CardTrouble.DAMAGED);
        }
    }

    /** What stands on the card in print is known to others: without the photo's bytes there is no imprint. */
    private static Optional<CardImprint> imprintOf(byte[] textAndPhoto) {
        return textAndPhoto.length >= LENGTHS + IdCardText.SIZE + LEAST_PHOTO
                ? Optional.of(CardImprint.of(List.of(textAndPhoto)))
                : Optional.empty();
    }
}
