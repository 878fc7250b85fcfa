package kiosk.drivers.smartcard;

import java.util.Optional;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.card.PinOutcome;

/** What is answered about a PIN when its card could not be asked. */
final class PinExcuses implements CardExcuses<PinOutcome> {
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
