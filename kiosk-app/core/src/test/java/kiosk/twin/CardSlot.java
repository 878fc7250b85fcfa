package kiosk.twin;

import java.time.Duration;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.identity.SocialCard;

/** A social-security card reader fed by hand. */
public final class CardSlot extends Twin implements SocialCardReader {
    private final Surface<Outcome> surface = new Surface<>();

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

    @Override
    public Presence presence() {
        return surface.presence();
    }
}
