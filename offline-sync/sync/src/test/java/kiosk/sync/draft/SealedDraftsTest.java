package kiosk.sync.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedDraftsTest extends DraftsOnDisk {
    @Test
    void whatWasKeptIsThereWholeAfterARestart() throws IOException {
        Draft draft = HalfDone.withPages(ZHANG, 3, 100_000);
        drafts.keep(draft);
        openedAgain();
        Draft found = drafts.find(ZHANG).orElseThrow();
        assertSame(found, draft);
        assertThat(Files.size(onlyFile())).isGreaterThan(300_000);
    }

    @Test
    void whatIsKeptOrForgottenWhileTheProgramEndsIsSo() throws IOException {
        Draft draft = HalfDone.withPages(ZHANG, 1, 100_000);
        Thread.currentThread().interrupt();
        drafts.keep(draft);
        assertThat(drafts.find(ZHANG)).isPresent();
        drafts.forget(ZHANG, draft.item());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
        assertThat(journal).doesNotContain(Occurrence.DRAFT_NOT_KEPT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_000, 65_536, 131_072, 200_001})
    void piecesOfAnyLengthFitTogether(int bytes) {
        Draft draft = HalfDone.withPages(ZHANG, 1, bytes);
        drafts.keep(draft);
        assertSame(drafts.find(ZHANG).orElseThrow(), draft);
    }

    /** Pages are compared as wholes: byte by byte it would take seconds to say why two differ. */
    private static void assertSame(Draft found, Draft kept) {
        assertThat(found)
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, byte[].class)
                .isEqualTo(kept);
    }

    @Test
    void aRoundThatStumblesIsNotTheLast() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        drafts.close();
        AtomicInteger noted = new AtomicInteger();
        Journal stumbling = (what, figures) -> {
            noted.incrementAndGet();
            throw new IllegalStateException("the journal is closed");
        };
        DraftLimits limits = new DraftLimits(A_DAY, 3, 8 << 20, 0);
        try (SealedDrafts here = SealedDrafts.open(folder(), secret(), limits, stumbling, clock)) {
            clock.turn(A_DAY.plusDays(1));
            here.round();
        }
        assertThat(noted).hasValue(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void anotherCardOpensNothingAndDestroysNothing() {
        drafts.keep(HalfDone.care(ZHANG));
        assertThat(drafts.find(LI)).isEmpty();
        assertThat(drafts.find(ZHANG)).isPresent();
    }

    @Test
    void theLastDraftOfAnItemCountsAndOfTwoItemsTheLastComesFirst() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(Duration.ofSeconds(1));
        drafts.keep(HalfDone.of(ZHANG, "tax.other", "first"));
        clock.turn(Duration.ofSeconds(1));
        drafts.keep(HalfDone.of(ZHANG, "tax.other", "second"));
        assertThat(files()).hasSize(2);
        Draft last = drafts.find(ZHANG).orElseThrow();
        assertThat(last.entries().get("phone").value()).isEqualTo("second");
        drafts.forget(ZHANG, "tax.other");
        assertThat(drafts.find(ZHANG))
                .map(Draft::item)
                .contains(HalfDone.care(ZHANG).item());
    }

    @Test
    void whatIsForgottenIsGoneAndForgettingTwiceIsHarmless() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        drafts.forget(ZHANG, HalfDone.care(ZHANG).item());
        drafts.forget(ZHANG, HalfDone.care(ZHANG).item());
        assertThat(files()).isEmpty();
        assertThat(drafts.find(ZHANG)).isEmpty();
    }

    @Test
    void aDraftDestroysItselfOnTimeWithoutACardAndAtTheStart() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(A_DAY.minusMillis(1));
        drafts.sweep();
        assertThat(drafts.find(ZHANG)).isPresent();
        clock.turn(Duration.ofMillis(1));
        drafts.sweep();
        assertThat(files()).isEmpty();
        assertThat(journal).containsExactly(Occurrence.DRAFTS_DESTROYED);

        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(A_DAY);
        openedAgain();
        assertThat(files()).isEmpty();
    }

    @Test
    void aTimeMadeShorterHoldsForWhatWasKeptBefore() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(Duration.ofHours(2));
        drafts.close();
        drafts = opened(new DraftLimits(Duration.ofHours(1), 3, 8 << 20, 0));
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void aClockThatLeapsMakesADraftNeitherOlderNorYounger(int days) throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(Duration.ofHours(20));
        drafts.sweep();
        clock.turn(Duration.ofDays(days));
        assertThat(drafts.find(ZHANG)).isPresent();
        clock.turn(Duration.ofHours(4).minusMillis(1));
        assertThat(drafts.find(ZHANG)).isPresent();
        clock.turn(Duration.ofMillis(1));
        assertThat(drafts.find(ZHANG)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aClockThatLeapsThereAndBackCostsNothingAndTheLastDraftIsTheLast() {
        drafts.keep(HalfDone.of(ZHANG, "tax.other", "first"));
        clock.turn(Duration.ofMinutes(1));
        drafts.sweep();
        clock.turn(Duration.ofDays(-400));
        drafts.keep(HalfDone.of(ZHANG, "tax.another", "second"));
        assertThat(drafts.find(ZHANG)).map(Draft::item).contains("tax.another");
        clock.turn(Duration.ofMinutes(1));
        drafts.sweep();
        clock.turn(Duration.ofDays(800));
        drafts.keep(HalfDone.of(ZHANG, "tax.other", "third"));
        clock.turn(Duration.ofDays(-400).plusHours(23));
        assertThat(drafts.find(ZHANG).orElseThrow().entries().get("phone").value())
                .isEqualTo("third");
        drafts.forget(ZHANG, "tax.other");
        assertThat(drafts.find(ZHANG)).map(Draft::item).contains("tax.another");
    }

    @Test
    void aDraftThatLosesPowerAndFindsTheClockAtItsBeginningLivesItsTimeAndNoLonger() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(Duration.ofDays(-2000));
        openedAgain();
        assertThat(drafts.find(ZHANG)).as("from the future").isPresent();
        clock.turn(Duration.ofDays(2000));
        assertThat(drafts.find(ZHANG)).as("the clock was put right").isPresent();
        clock.turn(A_DAY);
        assertThat(drafts.find(ZHANG)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatLayInATerminalThatWasOffForLongIsDestroyedAtTheStart() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        clock.turn(Duration.ofDays(400));
        openedAgain();
        assertThat(files()).isEmpty();
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() throws IOException {
        for (String person : List.of("a", "b", "c", "d")) {
            drafts.keep(HalfDone.care(HalfDone.imprint(person)));
            clock.turn(Duration.ofSeconds(1));
        }
        assertThat(files()).hasSize(3);
        assertThat(drafts.find(HalfDone.imprint("a"))).isEmpty();
        assertThat(drafts.find(HalfDone.imprint("d"))).isPresent();
    }

    @Test
    void theOldestGoesWhenTheyAreTooLarge() throws IOException {
        drafts.keep(HalfDone.withPages(ZHANG, 5, 1 << 20));
        clock.turn(Duration.ofSeconds(1));
        drafts.keep(HalfDone.withPages(LI, 5, 1 << 20));
        assertThat(drafts.find(ZHANG)).isEmpty();
        assertThat(drafts.find(LI)).isPresent();
    }

    @Test
    void onADiskThatTheQueueNeedsNothingIsKept() throws IOException {
        drafts.close();
        drafts = opened(new DraftLimits(A_DAY, 3, 8 << 20, Long.MAX_VALUE >> 1));
        drafts.keep(HalfDone.care(ZHANG));
        assertThat(files()).isEmpty();
        assertThat(journal).containsExactly(Occurrence.DRAFT_NOT_KEPT);
    }

    @Test
    void aFolderThatTakesNothingIsNoDisaster() throws IOException {
        Files.delete(folder());
        drafts.keep(HalfDone.care(ZHANG));
        assertThat(drafts.find(ZHANG)).isEmpty();
        drafts.forget(ZHANG, "tax.other");
        assertThat(journal).containsExactly(Occurrence.DRAFT_NOT_KEPT);
        Files.createDirectory(folder());
    }

    @Test
    void whereNothingIsToBeKeptNothingIs() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        drafts.close();
        drafts = opened(new DraftLimits(Duration.ZERO, 3, 8 << 20, 0));
        drafts.keep(HalfDone.care(LI));
        assertThat(files()).as("what was kept before is destroyed, too").isEmpty();
    }
}
