package kiosk.drivers.idcard;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.Presence;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads identity cards through a security module on a serial line (SDT protocol). The line opens with the first call that needs
 * it and, after a failure, with the next one. A card that has been read is usually not found again until it is lifted, so each
 * laying is read once.
 */
public final class SdtCardReader implements IdCardReader {
    private static final Logger LOG = LoggerFactory.getLogger(SdtCardReader.class);
    private static final Duration A_READ_TAKES_AT_MOST = Duration.ofMillis(2900);
    private static final Duration BETWEEN_FINDS = Duration.ofMillis(150);
    private static final Duration WAITING_FOR_THE_LOCK = Duration.ofMillis(900);
    private static final Duration A_QUESTION_TAKES_AT_MOST = Duration.ofSeconds(1);
    private static final Fault CLOSED = new Fault(Fault.Cause.NOT_CONNECTED, "closed");
    private static final Fault NOT_ASKED = new Fault(Fault.Cause.NOT_CONNECTED, "not opened yet");

    private final SdtLink link;
    private final PresenceBy presenceBy;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile boolean closed;
    private volatile Optional<Fault> lastFault = Optional.of(NOT_ASKED);
    private volatile Duration lastTook = Duration.ZERO;
    private LastCard lastCard = LastCard.GONE;

    SdtCardReader(SdtLink link, PresenceBy presenceBy, Clock clock) {
        this.link = link;
        this.presenceBy = presenceBy;
        this.clock = clock;
    }

    /** What is known of the card that was read last. */
    private enum LastCard {
        /** It was read, and nothing was asked of the module since. */
        AT_HAND,
        /** It was read, but a find or a failure came after it, so that the module may have lost it although it lies there. */
        OUT_OF_HAND,
        /** It has been taken, or there was none. */
        GONE
    }

    @Override
    public Outcome read(Duration patience) throws InterruptedException {
        Deadline deadline = Deadline.in(patience);
        if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Broken(new Fault(Fault.Cause.BUSY, "in use"));
        }
        try {
            return waitForCard(deadline);
        } catch (LineFailure failure) {
            return new Broken(failed(failure));
        } catch (InterruptedException interrupted) {
            link.close();
            throw interrupted;
        } finally {
            lock.unlock();
        }
    }

    private Outcome waitForCard(Deadline deadline) throws LineFailure, InterruptedException {
        while (!closed) {
            Optional<Outcome> outcome = readOnce();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (deadline.isOver()) {
                return new NoCard();
            }
            long pause = deadline.orIn(BETWEEN_FINDS).left().toNanos();
            if (closing.await(pause, TimeUnit.NANOSECONDS)) {
                LOG.debug("a wait for a card was ended by closing");
            }
        }
        return new Broken(CLOSED);
    }

    private Optional<Outcome> readOnce() throws LineFailure, InterruptedException {
        long start = System.nanoTime();
        Deadline begun = Deadline.in(A_READ_TAKES_AT_MOST);
        link.open(begun);
        Optional<Outcome> outcome = new SdtReading(link, LocalDate.now(clock), begun).read();
        lastFault = Optional.empty();
        if (outcome.isPresent()) {
            lastCard = outcome.get() instanceof Read ? LastCard.AT_HAND : LastCard.GONE;
            lastTook = Duration.ofNanos(System.nanoTime() - start);
            LOG.info("card {} in {} ms", outcome.get().getClass().getSimpleName(), lastTook.toMillis());
        } else if (lastCard == LastCard.AT_HAND) {
            lastCard = LastCard.OUT_OF_HAND;
        }
        return outcome;
    }

    @Override
    public Duration lastTook() {
        return lastTook;
    }

    @Override
    public Presence presence() throws InterruptedException {
        if (presenceBy == PresenceBy.UNKNOWN || closed) {
            return Presence.UNKNOWN;
        }
        if (!lock.tryLock(WAITING_FOR_THE_LOCK.toNanos(), TimeUnit.NANOSECONDS)) {
            return Presence.UNKNOWN;
        }
        try {
            return askForPresence(Deadline.in(A_QUESTION_TAKES_AT_MOST));
        } catch (LineFailure failure) {
            failed(failure);
            return Presence.UNKNOWN;
        } catch (InterruptedException interrupted) {
            link.close();
            throw interrupted;
        } finally {
            lock.unlock();
        }
    }

    private Presence askForPresence(Deadline deadline) throws LineFailure, InterruptedException {
        if (lastCard == LastCard.GONE) {
            return Presence.GONE;
        }
        link.open(deadline);
        int command = presenceBy == PresenceBy.FIND ? SdtReading.FIND : SdtReading.NEW_ADDRESS;
        SdtAnswer answer = link.ask(command, deadline);
        if (answer.isOk() || answer.isNotOnTheCard() || answer.isFound()) {
            lastCard = LastCard.AT_HAND;
            return Presence.THERE;
        }
        if (answer.trouble().isEmpty() || (presenceBy == PresenceBy.PROBE && lastCard == LastCard.OUT_OF_HAND)) {
            return Presence.UNKNOWN;
        }
        lastCard = LastCard.GONE;
        return Presence.GONE;
    }

    @Override
    public Health health() {
        if (!closed && lock.tryLock()) {
            try {
                askHealth();
            } finally {
                lock.unlock();
            }
        }
        return lastHealth();
    }

    private void askHealth() {
        try {
            Deadline deadline = Deadline.in(A_QUESTION_TAKES_AT_MOST.plus(WAITING_FOR_THE_LOCK));
            link.open(deadline);
            link.askStatus(deadline);
            lastFault = Optional.empty();
        } catch (LineFailure failure) {
            failed(failure);
        } catch (InterruptedException interrupted) {
            link.close();
            Thread.currentThread().interrupt();
        }
    }

    private Health lastHealth() {
        Optional<Fault> fault = closed ? Optional.of(CLOSED) : lastFault;
        return fault.map(known -> Health.offline(known, link.nameplate()))
                .orElseGet(() -> Health.online(link.nameplate()));
    }

    private Fault failed(LineFailure failure) {
        Optional<Fault> fault = Optional.of(failure.fault());
        if (!fault.equals(lastFault)) {
            LOG.warn(
                    "identity-card reader: {} {}",
                    failure.fault().cause(),
                    failure.fault().code());
        }
        lastFault = fault;
        if (lastCard == LastCard.AT_HAND) {
            lastCard = LastCard.OUT_OF_HAND;
        }
        link.close();
        return failure.fault();
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            closing.signalAll();
            link.close();
        } finally {
            lock.unlock();
        }
    }
}
