package kiosk.contracts;

import static kiosk.contracts.FictionalCards.RARE;
import static kiosk.contracts.FictionalCards.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.IdCardReader.Broken;
import kiosk.device.IdCardReader.NoCard;
import kiosk.device.IdCardReader.Outcome;
import kiosk.device.IdCardReader.Read;
import kiosk.device.IdCardReader.Unreadable;
import kiosk.device.Presence;
import kiosk.identity.CardImprint;
import kiosk.identity.IdCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every reader of identity cards must do, at whatever far end. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
public abstract class IdCardReaderContract {
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Duration A_BEGUN_READ = Duration.ofSeconds(3);

    private IdCardBench bench;
    private IdCardReader reader;

    /** A bench with a reader that is plugged in, and no card on it. */
    protected abstract IdCardBench bench();

    @BeforeEach
    final void setUp() {
        bench = bench();
        reader = bench.reader();
    }

    @AfterEach
    final void tearDown() {
        reader.close();
        bench.close();
    }

    private Outcome read() throws InterruptedException {
        return Reads.bare(reader.read(SOON));
    }

    @Test
    void aCardOfEachLayoutIsReadWhole() throws Exception {
        for (IdCard card : FictionalCards.all()) {
            bench.lay(card);
            assertThat(read()).as("%s", card.layout()).isEqualTo(new Read(card));
            bench.lift();
        }
    }

    @Test
    void theAddressWrittenOnTheCardLaterIsTheOneThatCounts() throws Exception {
        bench.layMoved(ZHANG, "上海市浦东新区测试路88号");

        assertThat(read())
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.card().address()).isEqualTo("上海市浦东新区测试路88号"));
    }

    @Test
    void aCardLeavesTheSameImprintEachTimeAndAnotherCardAnother() throws Exception {
        CardImprint first = imprintOf(ZHANG);

        assertThat(imprintOf(ZHANG)).isEqualTo(first);
        assertThat(imprintOf(RARE)).isNotEqualTo(first);
    }

    private CardImprint imprintOf(IdCard card) throws InterruptedException {
        bench.lay(card);
        Outcome outcome = reader.read(SOON);
        bench.lift();
        return ((Read) outcome).imprint().orElseThrow();
    }

    @Test
    void aCardThatComesWhileWaitingIsReadAndHealthAnswersMeanwhile() throws Exception {
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::readUninterrupted);
        long start = System.nanoTime();
        assertThat(reader.health().state()).isIn(Health.State.ONLINE, Health.State.OFFLINE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        bench.lay(RARE);

        assertThat(outcome.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(new Read(RARE));
    }

    private Outcome readUninterrupted() {
        try {
            return read();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void noCardIsSaidWhenThePatienceEnds() throws Exception {
        long start = System.nanoTime();

        assertThat(reader.read(AT_ONCE)).isEqualTo(new NoCard());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(AT_ONCE, AT_ONCE.plus(A_BEGUN_READ));
    }

    @Test
    void aCardThatWasReadIsNotTheNextCitizensUntilItIsLaidAgain() throws Exception {
        bench.lay(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
        assertThat(reader.read(AT_ONCE)).isEqualTo(new NoCard());

        bench.lift();
        bench.lay(RARE);
        assertThat(read()).isEqualTo(new Read(RARE));
    }

    @Test
    void aCardLeftOnTheReaderIsThereUntilItIsTaken() throws Exception {
        assertThat(reader.presence()).isNotEqualTo(Presence.THERE);
        bench.lay(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
        assertThat(reader.presence()).isNotEqualTo(Presence.GONE);
        assertThat(reader.presence()).isNotEqualTo(Presence.GONE);

        bench.lift();
        assertThat(reader.presence()).isNotEqualTo(Presence.THERE);
    }

    @Test
    void aForgedCardIsNotGenuineAndACardOfAnotherKindIsTheWrongOne() throws Exception {
        bench.layForged(ZHANG);
        assertThat(read()).isEqualTo(new Unreadable(CardTrouble.NOT_GENUINE));
        bench.lift();
        bench.layCardOfAnotherKind();
        assertThat(read()).isEqualTo(new Unreadable(CardTrouble.WRONG_CARD));
        bench.lift();
        bench.lay(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aCardMovedTooEarlyIsReadAfterAllOrToBeLaidAgain() throws Exception {
        bench.disturbNextReading();
        bench.lay(ZHANG);

        assertThat(read()).isIn(new Read(ZHANG), new Unreadable(CardTrouble.LAY_AGAIN));
    }

    @Test
    void anAnswerDamagedOnItsWayIsAskedForAgain() throws Exception {
        bench.lay(ZHANG);
        bench.damageAnswers(1);

        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aLineThatDamagesEverythingIsGarbledAndHealsWhenItIsCured() throws Exception {
        bench.lay(ZHANG);
        bench.damageAnswers(3);
        assertThat(causeOf(read())).isEqualTo(Fault.Cause.GARBLED);

        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aSilentReaderIsSaidToGiveNoAnswerInTimeAndHealsWhenItSpeaksAgain() throws Exception {
        bench.silence(true);
        long start = System.nanoTime();
        assertThat(causeOf(reader.read(AT_ONCE))).isEqualTo(Fault.Cause.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE.plus(A_BEGUN_READ));
        assertThat(reader.health().state()).isEqualTo(Health.State.OFFLINE);

        bench.silence(false);
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
        bench.lay(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aPulledCableIsNoticedWhileWaitingAndHealsWhenItIsPlugged() throws Exception {
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::readUninterrupted);
        bench.unplug();
        assertThat(causeOf(outcome.get(SOON.toMillis(), TimeUnit.MILLISECONDS))).isEqualTo(Fault.Cause.NOT_CONNECTED);
        assertThat(reader.health().fault()).map(Fault::cause).contains(Fault.Cause.NOT_CONNECTED);
        assertThat(reader.presence()).isNotEqualTo(Presence.THERE);

        bench.plug();
        bench.lay(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
    }

    private static Fault.Cause causeOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Broken.class);
        return ((Broken) outcome).fault().cause();
    }

    @Test
    void interruptingEndsTheWaitEarlyAndLeavesTheReaderUsable() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            assertThatThrownBy(() -> reader.read(Duration.ofMinutes(5))).isInstanceOf(InterruptedException.class);
            ended.countDown();
        });
        waiting.start();
        waiting.interrupt();

        assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
        bench.lay(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void closingEndsAWaitAndEveryLaterCallIsOffline() throws Exception {
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::readUninterrupted);
        reader.close();
        reader.close();

        assertThat(outcome.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).isInstanceOf(Broken.class);
        assertThat(read()).isInstanceOf(Broken.class);
        assertThat(reader.presence()).isNotEqualTo(Presence.THERE);
        assertThat(reader.health().usable()).isFalse();
    }
}
