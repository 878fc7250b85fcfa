package kiosk.twin;

import java.time.Duration;
import java.util.Optional;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.IdCardReader;
import kiosk.device.Presence;
import kiosk.identity.CardImprint;
import kiosk.identity.IdCard;

/** An identity-card reader fed by hand. A card that lies on it is read whenever it is asked, as many readers do. */
public final class CardTray extends Twin implements IdCardReader {
    private final Surface<Outcome> surface = new Surface<>();

    public void lay(IdCard card) {
        surface.put(new Read(card));
    }

    public void lay(IdCard card, CardImprint imprint) {
        surface.put(new Read(card, Optional.of(imprint)));
    }

    public void layUnreadable(CardTrouble trouble) {
        surface.put(new Unreadable(trouble));
    }

    public void lift() {
        surface.lift();
    }

    public void breakDown() {
        surface.put(new Broken(new Fault(Fault.Cause.NOT_CONNECTED, "")));
    }

    /** From now on it cannot tell whether a card lies there. */
    public void blind() {
        surface.blind();
    }

    /** From now on it can tell. */
    public void sighted() {
        surface.sighted();
    }

    public boolean askedTimes(int times) throws InterruptedException {
        return surface.askedTimes(times);
    }

    public int reads() {
        return surface.reads();
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
