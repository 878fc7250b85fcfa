package platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Offset<Double> CLOSE = within(0.002);
    private static final Capacity PROVINCE = new Capacity(500, 50_000_000, 12_543);

    private final AtomicLong nanos = new AtomicLong(-7_000_000_000L);
    private final Slots slots = new Slots(PROVINCE, nanos::get);

    @Test
    void whoComesBackAloneSendsAtOnce() {
        assertThat(hello("K1", 20).notBefore()).isZero();
        pass(1_000);

        assertThat(hello("K2", 20).notBefore()).isZero();
    }

    @Test
    void inTheFirstMinuteSubmissionsGetWhatTheHellosOfEverybodyLeave() {
        List<Slot> first = herd(2, 20);

        assertThat(first.get(1).maxRate()).isEqualTo(480 - 12_543 / 60.0, CLOSE);
        assertThat(first.get(1).notBefore()).isEqualTo(20 / first.get(1).maxRate(), CLOSE);
    }

    @Test
    void slotsLieEndToEndAndNeverPassThePace() {
        List<Slot> all = herd(12_543, 20);

        double opening = 63 * (480 - 12_543 / 60.0);
        double inTurn = 63 + (12_542 * 20 - opening) / 480;
        assertThat(all.get(12_542).notBefore()).isEqualTo(inTurn, within(0.01));
        assertThat(all).isSortedAccordingTo((a, b) -> Double.compare(a.notBefore(), b.notBefore()));
        assertThat(all.get(12_542).maxRate()).isEqualTo(480, CLOSE);
    }

    @Test
    void aHelloWhoseAnswerWasLostGetsTheSameSlotAgain() {
        herd(1_000, 20);
        double first = hello("K", 20).notBefore();
        pass(10_000);

        assertThat(hello("K", 20).notBefore()).isEqualTo(first - 10, CLOSE);
        assertThat(hello("next", 20).notBefore()).isEqualTo(first - 10 + 20 / 480.0, within(0.05));
    }

    @Test
    void whoLetItsTurnPassTakesAPlaceBehindAllOthers() {
        herd(1_000, 20);
        double turn = hello("late", 20).notBefore();
        herdFrom(2_000, 1_000, 20);
        double behind = hello("last", 20).notBefore();
        pass((long) (turn * 1000) + 1_000);

        assertThat(hello("late", 20).notBefore()).isGreaterThanOrEqualTo(behind - turn - 1.01);
    }

    @Test
    void aTerminalThatClaimsAMountainTakesNoMoreThanHalfAMinuteOfThePlatform() {
        Slot mountain = hello("K1", Long.MAX_VALUE);

        assertThat(hello("K2", 20).notBefore()).isLessThan(60);
        assertThat(mountain.maxRate() * mountain.ttl()).isEqualTo(480 * 30, within(1.0));
    }

    @Test
    void aHelloWithNothingOrLessTakesNoPlace() {
        hello("K1", 0);
        hello("K2", -5);

        assertThat(hello("K3", 20).notBefore()).isZero();
    }

    @Test
    void scannedPagesTakeThePlaceOfTheirBytes() {
        slots.lay(new Hello("K1", 1, 48_000_000));

        double pagesOfASecond = hello("K2", 1).notBefore();
        assertThat(pagesOfASecond).isEqualTo(480 / (480 - 12_543 / 60.0), within(0.01));
    }

    @Test
    void thoseTurnedAwayAreToldLaterAndLaterTimesButNeverMoreThanFiveMinutes() {
        herd(50, 20);
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            told.add(slots.retryAfter("T" + i));
        }

        assertThat(told).isSorted().startsWith(4).endsWith(300);
    }

    @Test
    void whoIsTurnedAwayAgainAndAgainPushesNobodyIntoTheFuture() {
        herd(50, 20);
        int told = slots.retryAfter("K1");
        double next = hello("K2", 1).notBefore();
        for (int i = 0; i < 100_000; i++) {
            assertThat(slots.retryAfter("K1")).isEqualTo(told);
        }
        assertThat(hello("K3", 1).notBefore()).isEqualTo(next, within(0.01));
        pass(told * 1_000L);
        assertThat(slots.retryAfter("K1")).isPositive();
    }

    @Test
    void manyWhoAreTurnedAwayPromiseNothingBeyondWhatAnybodyIsTold() {
        for (int i = 0; i < 200_000; i++) {
            slots.retryAfter("T" + i);
        }
        assertThat(hello("K1", 1).notBefore()).isLessThan(Slots.MOST_RETRY_AFTER + 1);
    }

    @Test
    void anIdlePlatformTellsTheFirstOneTurnedAwayASecond() {
        assertThat(slots.retryAfter("T")).isEqualTo(1);
    }

    @Test
    void twoNodesTogetherPromiseWhatOneWould() {
        Capacity half = PROVINCE.ofOneAmong(2);

        assertThat(half).isEqualTo(new Capacity(250, 25_000_000, 6_272));
    }

    @Test
    void whatItRemembersIsBoundedWhoeverAsks() {
        Slots small = new Slots(new Capacity(1, 1, 0), nanos::get);
        double first = small.lay(new Hello("K0", 1, 0)).notBefore();
        for (int i = 1; i <= 2_000; i++) {
            small.lay(new Hello("K" + i, 1, 0));
        }

        assertThat(small.lay(new Hello("K0", 1, 0)).notBefore()).isGreaterThan(first);
    }

    @Test
    void aPlatformWithoutCapacityIsAMistakeOfItsSettings() {
        assertThatThrownBy(() -> new Capacity(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Capacity(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Capacity(Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Slot hello(String terminal, long waiting) {
        return slots.lay(new Hello(terminal, waiting, 4096 * Math.max(0, Math.min(waiting, 1000))));
    }

    private List<Slot> herd(int terminals, int waiting) {
        return herdFrom(0, terminals, waiting);
    }

    private List<Slot> herdFrom(int first, int terminals, int waiting) {
        List<Slot> laid = new ArrayList<>();
        for (int i = first; i < first + terminals; i++) {
            laid.add(hello("H" + i, waiting));
        }
        return laid;
    }

    private void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }
}
