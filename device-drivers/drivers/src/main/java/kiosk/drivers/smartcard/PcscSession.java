package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done at a reader, on its thread: waiting for a card and working with it, looking how things are. It knows no kind of card. */
final class PcscSession {
    private static final Logger LOG = LoggerFactory.getLogger(PcscSession.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BEFORE_A_NEW_CONTEXT = Duration.ofMillis(200);
    private static final Fault NO_READER = new Fault(Fault.Cause.NOT_CONNECTED, "no reader");

    private final PcscReader reader;
    private String lastNoted = "";

    PcscSession(PcscReader reader) {
        this.reader = reader;
    }

    /** Something to ask the reader, once it is found. */
    private interface Question<T> {
        T ask(CardTerminal terminal) throws CardException, InterruptedException;
    }

    /** What is answered when the reader cannot be asked. */
    private interface Excuse<T> {
        T in(Fault fault);
    }

    /** Waits for a card and works with it; what ends otherwise is excused. */
    <T> T atCard(Attempt attempt, CardWork<T> work, CardExcuses<T> excuses) throws InterruptedException {
        Excuse<Optional<T>> broken = fault -> Optional.of(excuses.broken(fault));
        Question<Optional<T>> question = terminal -> {
            reach(terminal);
            return look(terminal, attempt, work, excuses);
        };
        Optional<T> outcome = ask(attempt, question, broken);
        while (outcome.isEmpty() && attempt.goesOnAfter(BETWEEN_LOOKS)) {
            outcome = ask(attempt, question, broken);
        }
        return outcome.orElseGet(excuses::noCard);
    }

    private static <T> Optional<T> look(
            CardTerminal terminal, Attempt attempt, CardWork<T> work, CardExcuses<T> excuses)
            throws CardException, InterruptedException {
        if (!terminal.isCardPresent()) {
            return Optional.empty();
        }
        attempt.cardFound();
        return Optional.of(worked(terminal, work, excuses));
    }

    private static <T> T worked(CardTerminal terminal, CardWork<T> work, CardExcuses<T> excuses)
            throws CardException, InterruptedException {
        long start = System.nanoTime();
        try {
            Card card = terminal.connect("*");
            try {
                return work.with(card);
            } finally {
                leave(card, work.unlocks());
            }
        } catch (CardRefused refused) {
            return excuses.unusable(refused.trouble());
        } catch (CardException failure) {
            return excuses.unusable(troubleOf(failure));
        } finally {
            LOG.debug(
                    "card at the reader for {} ms",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    private static CardTrouble troubleOf(CardException failure) throws CardException {
        return switch (PcscFailure.of(failure).meaning()) {
            case CARD_GONE, CARD_MUTE -> CardTrouble.LAY_AGAIN;
            case SERVICE_GONE, READER_GONE, HELD_BY_ANOTHER, OTHER -> throw failure;
        };
    }

    private static void leave(Card card, boolean reset) {
        try {
            card.disconnect(reset);
        } catch (CardException alreadyGone) {
            LOG.debug("card was gone when left: {}", PcscFailure.of(alreadyGone).code());
        }
    }

    /** A reader that was pulled out says nothing about the card in it. */
    Presence presence(Attempt attempt) throws InterruptedException {
        return ask(attempt, PcscSession::presenceAt, fault -> Presence.UNKNOWN);
    }

    private static Presence presenceAt(CardTerminal terminal) throws CardException {
        reach(terminal);
        return terminal.isCardPresent() ? Presence.THERE : Presence.GONE;
    }

    Health health(Attempt attempt) throws InterruptedException {
        return ask(attempt, PcscSession::healthOf, fault -> Health.offline(fault, Health.Nameplate.UNKNOWN));
    }

    private static Health healthOf(CardTerminal terminal) throws CardException {
        reach(terminal);
        return Health.online(ReaderName.nameplate(terminal.getName()));
    }

    /**
     * Fails if the reader is listed but cannot be used. An unplugged one may stay listed and just have no card; trying to connect
     * tells it from one that is empty.
     */
    private static void reach(CardTerminal terminal) throws CardException {
        if (terminal.isCardPresent()) {
            return;
        }
        try {
            terminal.connect("*").disconnect(false);
        } catch (CardException failure) {
            if (PcscFailure.of(failure).meaning() != PcscFailure.Meaning.CARD_GONE) {
                throw failure;
            }
        }
    }

    /** A context that was good may have died with its service; then a new one gets one chance. */
    private <T> T ask(Attempt attempt, Question<T> question, Excuse<T> excuse) throws InterruptedException {
        boolean mayBeStale = reader.hasContext();
        try {
            return answer(question, excuse);
        } catch (CardException failure) {
            PcscFailure meaning = PcscFailure.of(failure);
            note(meaning);
            if (meaning.meaning() != PcscFailure.Meaning.SERVICE_GONE) {
                return excuse.in(meaning.fault());
            }
            reader.drop();
            return mayBeStale && attempt.goesOnAfter(BEFORE_A_NEW_CONTEXT)
                    ? ask(attempt, question, excuse)
                    : excuse.in(meaning.fault());
        }
    }

    /** A service that is asked every few seconds says the same for days: only what is new is noted. */
    private void note(PcscFailure failure) {
        if (!failure.code().equals(lastNoted)) {
            LOG.info("PC/SC failed: {} {}", failure.meaning(), failure.code());
            lastNoted = failure.code();
        }
    }

    private <T> T answer(Question<T> question, Excuse<T> excuse) throws CardException, InterruptedException {
        Optional<CardTerminal> terminal = reader.find();
        return terminal.isPresent() ? question.ask(terminal.get()) : excuse.in(NO_READER);
    }

    void close() {
        reader.drop();
    }
}
