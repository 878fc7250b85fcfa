package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kiosk.device.CardTrouble;
import kiosk.identity.Evidence;
import kiosk.journal.Occurrence;
import kiosk.twin.People;
import kiosk.visit.Setback;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardListenerTest {
    private static final VisitEvent ZHANG = new VisitEvent.CardLaid(People.zhangsEvidence());
    private static final VisitEvent LI = new VisitEvent.CardLaid(new Evidence.ByIdCard(People.lisCard()));

    /** Ten times the usual. */
    private static final Ear.Tempo TEMPO = new Ear.Tempo(Duration.ofMillis(20), Duration.ofMillis(100));

    private final Counterpart world = new Counterpart();
    private final CardListener listener = new CardListener(world.ports().devices(), world.journal, world.clock, TEMPO);
    private final BlockingQueue<VisitEvent> heard = new ArrayBlockingQueue<>(10);
    private final List<Thread> listening = new CopyOnWriteArrayList<>();

    /** Listens once on a thread of its own. */
    private Thread listen() {
        Thread thread = new Thread(() -> {
            try {
                heard.put(listener.listen());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        listening.add(thread);
        thread.start();
        return thread;
    }

    private VisitEvent hears() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void nobodyListensAnyMore() {
        listening.forEach(Thread::interrupt);
    }

    @Test
    void theFirstReaderThatHearsSomethingIsBelieved() throws InterruptedException {
        listen();
        world.slot.insert(People.zhangsSocialCard());
        assertThat(hears()).isEqualTo(new VisitEvent.CardLaid(new Evidence.BySocialCard(People.zhangsSocialCard())));
        listen();
        world.codes.show("EC-0001");
        assertThat(hears()).isEqualTo(new VisitEvent.CardLaid(new Evidence.ByCode("EC-0001")));
        listen();
        world.cards.lay(People.zhangsCard());
        assertThat(hears()).isEqualTo(ZHANG);
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.CARD_READ, Occurrence.CARD_READ);
    }

    @ParameterizedTest
    @EnumSource(CardTrouble.class)
    void everyTroubleWithACardIsTold(CardTrouble trouble) throws InterruptedException {
        VisitEvent told = new VisitEvent.CardTroubled(Setback.of(trouble));
        world.cards.layUnreadable(trouble);
        listen();
        assertThat(hears()).isEqualTo(told);
        world.cards.lift();
        world.slot.insertUnreadable(trouble);
        listen();
        assertThat(hears()).isEqualTo(told);
        assertThat(world.journal.occurrences()).containsOnly(Occurrence.CARD_TROUBLE);
    }

    @Test
    void aCodeOfTenKilobytesIsNoCode() throws InterruptedException {
        world.codes.showNonsense();
        listen();
        assertThat(hears()).isEqualTo(new VisitEvent.CardTroubled(Setback.CODE_UNUSABLE));
    }

    @Test
    void aCardLeftLyingBeginsNoSecondVisit() throws InterruptedException {
        world.cards.lay(People.zhangsCard());
        listen();
        assertThat(hears()).isEqualTo(ZHANG);
        int reads = world.cards.reads();
        listen();
        assertThat(heard.poll(150, TimeUnit.MILLISECONDS)).isNull();
        assertThat(world.cards.reads()).isEqualTo(reads);
        world.cards.lift();
        assertThat(world.cards.askedTimes(reads + 1)).isTrue();
        world.cards.lay(People.lisCard());
        assertThat(hears()).isEqualTo(LI);
    }

    /** Zhang begins and ends a visit, and leaves the card on a reader that cannot tell; it has been read again since. */
    private void zhangLeavesTheCardOnABlindReader() throws InterruptedException {
        world.cards.blind();
        world.cards.lay(People.zhangsCard());
        listen();
        assertThat(hears()).isEqualTo(ZHANG);
        int reads = world.cards.reads();
        listen();
        assertThat(world.cards.askedTimes(reads + 2)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void aReaderThatCannotTellNeverBeginsWithTheSameCardByItself() throws InterruptedException {
        zhangLeavesTheCardOnABlindReader();
        world.cards.lay(People.lisCard());
        assertThat(hears()).isEqualTo(LI);
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.CARD_READ, Occurrence.CARD_READ);
    }

    @Test
    void theSameCardBeginsAgainOnceSomebodyTouchedTheScreenButOnlyOnce() throws InterruptedException {
        zhangLeavesTheCardOnABlindReader();
        listener.welcomeAgain();
        assertThat(hears()).isEqualTo(ZHANG);
        int reads = world.cards.reads();
        listen();
        assertThat(world.cards.askedTimes(reads + 2)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void aTouchOfSomebodyServedByACodeDoesNotOpenTheForgottenCard() throws InterruptedException {
        world.cards.blind();
        world.cards.lay(People.zhangsCard());
        listen();
        assertThat(hears()).isEqualTo(ZHANG);
        listener.welcomeAgain();
        world.cards.breakDown();
        world.codes.show("EC-0001");
        listen();
        assertThat(hears()).isEqualTo(new VisitEvent.CardLaid(new Evidence.ByCode("EC-0001")));
        world.cards.lay(People.zhangsCard());
        int reads = world.cards.reads();
        listen();
        assertThat(world.cards.askedTimes(reads + 2)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void aCardSeenLyingIsNotReadWhileTheReaderCannotTellForAMoment() throws InterruptedException {
        world.cards.lay(People.zhangsCard());
        listen();
        assertThat(hears()).isEqualTo(ZHANG);
        int reads = world.cards.reads();
        listen();
        listener.welcomeAgain();
        assertThat(heard.poll(60, TimeUnit.MILLISECONDS)).isNull();
        world.cards.blind();
        assertThat(world.cards.askedTimes(reads + 1)).isTrue();
        world.cards.sighted();
        assertThat(heard.poll(150, TimeUnit.MILLISECONDS)).isNull();
        int readsOfZhang = world.cards.reads();
        world.cards.lift();
        assertThat(world.cards.askedTimes(readsOfZhang + 1)).isTrue();
        world.cards.lay(People.lisCard());
        assertThat(hears()).isEqualTo(LI);
    }

    @Test
    void brokenReadersRestAndTheOthersAreHeard() throws InterruptedException {
        world.cards.breakDown();
        world.codes.breakDown();
        long began = System.nanoTime();
        listen();
        assertThat(world.cards.askedTimes(3)).isTrue();
        assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(190));
        world.slot.insert(People.zhangsSocialCard());
        assertThat(hears()).isEqualTo(new VisitEvent.CardLaid(new Evidence.BySocialCard(People.zhangsSocialCard())));
    }

    @Test
    void aBrokenSlotRestsToo() throws InterruptedException {
        world.slot.breakDown();
        listen();
        world.cards.lay(People.zhangsCard());
        assertThat(hears()).isEqualTo(ZHANG);
    }

    @Test
    void aBugOfOneDriverLeavesItsReaderListeningAfterARest() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> reported = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> reported.add(bug));
        try {
            world.codes.failByABug();
            world.codes.show("EC-0001");
            listen();
            assertThat(hears()).isEqualTo(new VisitEvent.CardLaid(new Evidence.ByCode("EC-0001")));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(reported).hasSize(1);
        assertThat(world.journal.occurrences()).contains(Occurrence.EFFECT_FAILED);
    }

    @Test
    void listeningEndsWhenItIsInterruptedAndNobodyListensTwice() throws InterruptedException {
        Thread first = listen();
        assertThat(world.cards.askedTimes(1)).isTrue();
        Thread second = listen();
        second.interrupt();
        second.join(10_000);
        assertThat(second.isAlive()).isFalse();
        assertThat(world.cards.reads()).isEqualTo(1);
        first.interrupt();
        first.join(10_000);
        assertThat(first.isAlive()).isFalse();
        listen();
        world.cards.lay(People.zhangsCard());
        assertThat(hears()).isEqualTo(ZHANG);
        assertThat(heard).isEmpty();
    }
}
