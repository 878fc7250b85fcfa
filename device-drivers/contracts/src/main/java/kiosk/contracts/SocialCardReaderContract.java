package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.device.SocialCardReader.Broken;
import kiosk.device.SocialCardReader.NoCard;
import kiosk.device.SocialCardReader.Outcome;
import kiosk.device.SocialCardReader.Read;
import kiosk.device.SocialCardReader.Unreadable;
import kiosk.identity.CitizenId;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every reader of social-security cards must do, at whatever far end. */
@Execution(ExecutionMode.CONCURRENT)
public abstract class SocialCardReaderContract {
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(8);

    /** A fictional holder whose name has a character that lies across both name records. */
    protected static final SocialCard ZHANG = new SocialCard(
            "110100D15600000500BF7C7A48FB4966",
            "X00000019",
            "2.00",
            "张欧阳诸葛司马皇甫尉迟公孙慕𠅤容令狐𬱖",
            new CitizenId("110101199003078881"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2020, 10, 1)),
            Optional.of(LocalDate.of(2030, 10, 1)));

    private SocialCardBench bench;
    private SocialCardReader reader;

    /** A bench with a reader that is plugged in and empty, and a service that runs. */
    protected abstract SocialCardBench bench();

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
    void aCardIsReadWhole() throws Exception {
        bench.insert(ZHANG);

        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aCardThatComesWhileWaitingIsRead() throws Exception {
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::read);
        assertThat(reader.health().usable())
                .as("health answers while a read waits")
                .isIn(true, false);
        bench.insert(ZHANG);

        assertThat(outcome.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(new Read(ZHANG));
    }

    @Test
    void noCardWithinThePatienceIsSaidWhenThePatienceEnds() throws Exception {
        long start = System.nanoTime();

        assertThat(reader.read(AT_ONCE)).isEqualTo(new NoCard());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(AT_ONCE, Duration.ofSeconds(3));
    }

    @Test
    void interruptingEndsTheWaitEarly() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            assertThatThrownBy(() -> reader.read(Duration.ofMinutes(5))).isInstanceOf(InterruptedException.class);
            ended.countDown();
        });
        waiting.start();
        waiting.interrupt();

        assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
        bench.insert(ZHANG);
        assertThat(read()).as("the reader is free again").isEqualTo(new Read(ZHANG));
    }

    @Test
    void aCardOfAnotherKindIsTheWrongCard() throws Exception {
        bench.insertCardOfAnotherKind();

        assertThat(read()).isEqualTo(new Unreadable(CardTrouble.WRONG_CARD));
    }

    @Test
    void aCardThatProtectsItsHolderSaysSo() throws Exception {
        bench.insert(new SocialCard(
                ZHANG.cardId(),
                "000000194",
                "3.00",
                ZHANG.name(),
                ZHANG.number(),
                ZHANG.sex(),
                ZHANG.issued(),
                ZHANG.expires()));

        assertThat(read()).isEqualTo(new Unreadable(CardTrouble.HOLDER_PROTECTED));
    }

    @Test
    void aCardPutInTheWrongWayRoundIsToBeLaidAgain() throws Exception {
        bench.insertWrongWayRound();
        assertThat(read()).isEqualTo(new Unreadable(CardTrouble.LAY_AGAIN));

        bench.remove();
        bench.insert(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aCardPulledAtAnyCommandIsToBeLaidAgainAndThenRead() throws Exception {
        for (int commands = 0; commands < 12; commands++) {
            bench.insert(ZHANG);
            bench.pullAfter(commands);
            assertThat(read())
                    .as("pulled after %d commands", commands)
                    .isEqualTo(new Unreadable(CardTrouble.LAY_AGAIN));
        }
        bench.insert(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void presenceFollowsTheCard() throws Exception {
        assertThat(reader.presence()).isEqualTo(Presence.GONE);
        bench.insert(ZHANG);
        assertThat(reader.presence()).isEqualTo(Presence.THERE);
        assertThat(read()).isEqualTo(new Read(ZHANG));
        assertThat(reader.presence()).as("after a read").isEqualTo(Presence.THERE);
        bench.remove();
        assertThat(reader.presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void whetherTheCardLiesThereIsToldWhileTheHealthIsAsked() throws Exception {
        bench.insert(ZHANG);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                reader.health();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        });
        try {
            for (int look = 0; look < 100; look++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + look % 5));
                assertThat(reader.presence()).isEqualTo(Presence.THERE);
            }
        } finally {
            enough.set(true);
        }
        watch.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void anUnpluggedReaderIsNotConnectedAndHealsWhenPluggedIn() throws Exception {
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
        bench.unplug();
        assertThat(causeOf(read())).isEqualTo(Fault.Cause.NOT_CONNECTED);
        assertThat(reader.health().state()).isEqualTo(Health.State.OFFLINE);
        assertThat(reader.presence())
                .as("it may have been pulled with a card in it")
                .isEqualTo(Presence.UNKNOWN);

        bench.plug();
        bench.insert(ZHANG);
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aMissingServiceIsSaidAtOnceAndHealsWhenItIsThere() throws Exception {
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
        bench.stopService();
        assertThat(causeOf(read())).isEqualTo(Fault.Cause.SERVICE_MISSING);
        assertThat(reader.health().fault().map(Fault::cause)).contains(Fault.Cause.SERVICE_MISSING);
        assertThat(reader.presence()).isEqualTo(Presence.UNKNOWN);

        bench.startService();
        bench.insert(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
        assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void aServiceRestartedBetweenTwoCardsIsNotNoticed() throws Exception {
        bench.insert(ZHANG);
        assertThat(read()).isEqualTo(new Read(ZHANG));
        bench.stopService();
        bench.startService();

        assertThat(read()).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aClosedReaderIsOfflineAndClosingTwiceIsHarmless() throws Exception {
        reader.close();
        reader.close();

        assertThat(read()).isInstanceOf(Broken.class);
        assertThat(reader.health().state()).isEqualTo(Health.State.OFFLINE);
        assertThat(reader.presence()).isEqualTo(Presence.UNKNOWN);
    }

    private static Fault.Cause causeOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Broken.class);
        return ((Broken) outcome).fault().cause();
    }
}
