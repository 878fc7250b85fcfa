package kiosk.twin;

import java.time.Duration;
import java.util.OptionalInt;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;
import kiosk.identity.SocialCard;

/** A social-security card reader fed by hand. */
public final class CardSlot extends Twin implements SocialCardReader {
    private final Surface<Outcome> surface = new Surface<>();
    private volatile PinOutcome pinEnd = new PinOutcome.Ready(OptionalInt.of(3));
    private volatile boolean wholePins;

    public void insert(SocialCard card) {
        surface.put(new Read(card));
    }

    public void insertUnreadable(CardTrouble trouble) {
        surface.put(new Unreadable(trouble));
    }

    public void pull() {
        surface.lift();
    }

    public void breakDown() {
        surface.put(new Broken(new Fault(Fault.Cause.SERVICE_MISSING, "")));
    }

    @Override
    public Outcome read(Duration patience) throws InterruptedException {
        return surface.await(patience).orElse(new NoCard());
    }

    /** The card's PIN work ends so, and is told to nobody but this twin. */
    public void pinWillEnd(PinOutcome outcome) {
        pinEnd = outcome;
    }

    /** Whether a PIN was changed with PINs that had not been wiped yet. */
    public boolean changedWithWholePins() {
        return wholePins;
    }

    @Override
    public PinOutcome pinTries(String cardId, Duration patience) {
        return pinEnd;
    }

    @Override
    public PinOutcome changePin(String cardId, Pin old, Pin fresh, Duration patience) {
        wholePins = !old.wiped() && !fresh.wiped();
        return pinEnd;
    }

    @Override
    public Presence presence() {
        return surface.presence();
    }
}
