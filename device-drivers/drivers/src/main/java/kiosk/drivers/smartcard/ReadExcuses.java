package kiosk.drivers.smartcard;

import java.util.Optional;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.SocialCardReader.Broken;
import kiosk.device.SocialCardReader.NoCard;
import kiosk.device.SocialCardReader.Outcome;
import kiosk.device.SocialCardReader.Unreadable;

/** What is answered when a card could not be read. */
final class ReadExcuses implements CardExcuses<Outcome> {
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
