package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardAuthenticator;

/**
 * Reads social-security cards in a PC/SC reader (LD/T 32-2015 over ISO/IEC 7816-4). All calls of PC/SC happen on one thread of its
 * own; what does not come back in time is answered as a reader that is silent.
 */
public final class PcscSocialCardReader implements SocialCardReader {
    private static final Duration GLANCE = Duration.ofMillis(1700);
    private static final Fault SILENT = new Fault(Fault.Cause.NO_ANSWER, "");
    private static final Fault CLOSED = new Fault(Fault.Cause.NOT_CONNECTED, "closed");

    private static final CardExcuses<Outcome> EXCUSES = new CardExcuses<>() {
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
    };

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
        if (closed) {
            return new Broken(CLOSED);
        }
        Attempt attempt = new Attempt(patience);
        if (!inUse.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Broken(new Fault(Fault.Cause.BUSY, ""));
        }
        try {
            underWay = attempt;
            lastTook = Duration.ZERO;
            Optional<Outcome> outcome = thread.ask(() -> session.atCard(attempt, this::wholeCard, EXCUSES), attempt);
            return remembered(closed ? new Broken(CLOSED) : outcome.orElse(new Broken(SILENT)));
        } finally {
            inUse.unlock();
        }
    }

    private Outcome wholeCard(Card card) throws CardException, CardRefused, InterruptedException {
        long began = System.nanoTime();
        try {
            return new Read(new SocialCardChip(card, authenticator).read());
        } finally {
            lastTook = Duration.ofNanos(System.nanoTime() - began);
        }
    }

    @Override
    public Duration lastTook() {
        return lastTook;
    }

    private Outcome remembered(Outcome outcome) {
        Health.Nameplate nameplate = lastKnown.nameplate();
        lastKnown =
                outcome instanceof Broken broken ? Health.offline(broken.fault(), nameplate) : Health.online(nameplate);
        return outcome;
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
