package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardAuthenticator;
import kiosk.device.card.CardProof;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;

/**
 * Reads social-security cards in a PC/SC reader (LD/T 32-2015 over ISO/IEC 7816-4). All calls of PC/SC happen on one thread of its
 * own; what does not come back in time is answered as a reader that is silent.
 */
public final class PcscSocialCardReader implements SocialCardReader {
    private static final Duration GLANCE = Duration.ofMillis(1700);
    private static final Fault SILENT = new Fault(Fault.Cause.NO_ANSWER, "");
    private static final Fault CLOSED = new Fault(Fault.Cause.NOT_CONNECTED, "closed");

    private static final Fault BUSY = new Fault(Fault.Cause.BUSY, "");
    private static final CardExcuses<Outcome> EXCUSES = new SocialCardChip.Excuses();
    private static final CardExcuses<PinOutcome> PIN_EXCUSES = new CardPin.Excuses();
    private static final CardExcuses<CardProof> PROOFS = new PivCard.Excuses();

    private final ReentrantLock inUse = new ReentrantLock();
    private final ReaderThread thread = new ReaderThread("social-card-reader");
    private final PcscSession session;
    private final Optional<CardAuthenticator> authenticator;
    private volatile Health lastKnown = Health.offline(SILENT, Health.Nameplate.UNKNOWN);
    private volatile Attempt underWay = new Attempt(Duration.ZERO);
    private volatile Duration lastTook = Duration.ZERO;
    private volatile boolean closed;

    PcscSocialCardReader(PcscSession session, Optional<CardAuthenticator> authenticator) {
        this.session = session;
        this.authenticator = authenticator;
    }

    @Override
    public Outcome read(Duration patience) throws InterruptedException {
        boolean unlocks = authenticator.isPresent();
        return done(patience, unlocks ? CardWork.unlocking(this::wholeCard) : this::wholeCard, EXCUSES);
    }

    @Override
    public PinOutcome pinTries(String cardId, Duration patience) throws InterruptedException {
        return done(patience, new CardPin(cardId)::tries, PIN_EXCUSES);
    }

    @Override
    public PinOutcome changePin(String cardId, Pin old, Pin fresh, Duration patience) throws InterruptedException {
        CardPin pin = new CardPin(cardId);
        try {
            PinOutcome outcome = done(patience, CardWork.unlocking(card -> pin.change(card, old, fresh)), PIN_EXCUSES);
            return isNoAnswerOfTheCard(outcome) && pin.giveUp() ? new PinOutcome.Uncertain() : outcome;
        } finally {
            pin.giveUp();
        }
    }

    /** Another card may lie there by now that was asked in the first one's stead, after the service was restarted. */
    private static boolean isNoAnswerOfTheCard(PinOutcome outcome) {
        return outcome instanceof PinOutcome.NoCard
                || outcome instanceof PinOutcome.Broken
                || outcome instanceof PinOutcome.OtherCard;
    }

    private <T> T done(Duration patience, CardWork<T> work, CardExcuses<T> excuses) throws InterruptedException {
        if (closed) {
            return excuses.broken(CLOSED);
        }
        Attempt attempt = new Attempt(patience);
        if (!inUse.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return excuses.broken(BUSY);
        }
        try {
            underWay = attempt;
            lastTook = Duration.ZERO;
            T outcome = thread.ask(() -> session.atCard(attempt, work, excuses), attempt)
                    .orElseGet(() -> excuses.broken(SILENT));
            remember(excuses.faultIn(outcome));
            return closed ? excuses.broken(CLOSED) : outcome;
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public CardProof prove(byte[] hash, Duration patience) throws InterruptedException {
        return done(patience, card -> new CardProof.Signed(new PivCard(card).sign(hash)), PROOFS);
    }

    private Outcome wholeCard(Card card) throws CardException, CardRefused, InterruptedException {
        long began = System.nanoTime();
        try {
            return new SocialCardChip(card, authenticator).read();
        } finally {
            lastTook = Duration.ofNanos(System.nanoTime() - began);
        }
    }

    @Override
    public Duration lastTook() {
        return lastTook;
    }

    private void remember(Optional<Fault> fault) {
        Health.Nameplate nameplate = lastKnown.nameplate();
        lastKnown = fault.map(it -> Health.offline(it, nameplate)).orElseGet(() -> Health.online(nameplate));
    }

    @Override
    public Presence presence() throws InterruptedException {
        Attempt attempt = new Attempt(GLANCE);
        if (closed || !inUse.tryLock(GLANCE.toNanos(), TimeUnit.NANOSECONDS)) {
            return Presence.UNKNOWN;
        }
        try {
            return thread.ask(() -> session.presence(attempt), attempt).orElse(Presence.UNKNOWN);
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public Health health() {
        if (closed) {
            return Health.offline(CLOSED, lastKnown.nameplate());
        }
        if (inUse.tryLock()) {
            try {
                lastKnown = asked();
            } catch (InterruptedException askedToStop) {
                Thread.currentThread().interrupt();
            } finally {
                inUse.unlock();
            }
        }
        return lastKnown;
    }

    private Health asked() throws InterruptedException {
        Attempt attempt = new Attempt(GLANCE);
        Optional<Health> health = thread.ask(() -> session.health(attempt), attempt);
        return health.orElse(Health.offline(SILENT, lastKnown.nameplate()));
    }

    @Override
    public void close() {
        closed = true;
        underWay.abandon();
        thread.closeAfter(() -> {
            session.close();
            authenticator.ifPresent(CardAuthenticator::close);
        });
    }
}
