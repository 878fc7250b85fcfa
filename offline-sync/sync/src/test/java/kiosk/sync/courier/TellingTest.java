package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kiosk.platform.Answer;
import kiosk.platform.PrintReport;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.Handed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest extends Round {
    private static final SubmissionId ID = SubmissionId.parse("019a0000-0000-7000-8000-000000000001");

    private String printed() {
        UUID attempt = prints.begins(ID, Paper.RECEIPT).orElseThrow();
        prints.ended(attempt, Outcome.NOT_OUT);
        return attempt.toString();
    }

    private void delivers(Submission submission) throws InterruptedException {
        outbox.accept(submission);
        assertThat(outbox.delivery(submission.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    private static boolean ofAPrint(String path) {
        return path.contains("/prints/");
    }

    @Test
    void aPrintIsStillToldWhenTheTerminalIsLetInAgain() throws Exception {
        office.says(request -> "401 {\"error\":\"session-expired\"}");
        courier.start();
        String attempt = printed();
        for (String refusal : List.of("401 {\"error\":\"session-expired\"}", "403 {\"error\":\"who-are-you\"}")) {
            office.says(request -> refusal);
            store.exchange().ring();
            assertThat(office.next()).isEqualTo(attempt);
            office.says(request -> "");
            delivers(Handed.care());
            office.next();
            assertThat(dueAgain())
                    .isBetween(
                            clock.instant().plusSeconds(5),
                            clock.instant().plus(Duration.ofHours(6)).plusSeconds(60));
            office.says(request -> refusal);
            clock.turn(Duration.ofHours(7));
        }
        office.says(request -> "");
        store.exchange().ring();
        assertThat(office.next()).isEqualTo(attempt);
        delivers(Handed.care());
        assertThat(nothingIsToldAgain()).isTrue();
    }

    @Test
    void aPrintThatIsRefusedForFortyDaysIsLetGo() throws Exception {
        office.says(request -> ofAPrint(request.getRequestURI().getPath()) ? "404 {\"error\":\"not-found\"}" : "");
        courier.start();
        printed();
        office.next();
        dueAgain();
        clock.turn(Duration.ofDays(39));
        store.exchange().ring();
        office.next();
        dueAgain();
        clock.turn(Duration.ofDays(2));
        store.exchange().ring();
        office.next();
        assertThat(nothingIsToldAgain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void aPrintIsNotOldForALeapOfTheClock(int days) throws Exception {
        office.says(request -> ofAPrint(request.getRequestURI().getPath()) ? "404 {\"error\":\"not-found\"}" : "");
        courier.start();
        String attempt = printed();
        assertThat(office.next()).isEqualTo(attempt);
        dueAgain();
        clock.turn(Duration.ofHours(7));
        clock.jump(Duration.ofDays(days));
        store.exchange().ring();
        assertThat(office.next()).isEqualTo(attempt);
        assertThat(dueAgain()).isAfter(clock.instant().plus(Duration.ofHours(5)));
        office.says(request -> "");
        clock.turn(Duration.ofHours(7));
        store.exchange().ring();
        assertThat(office.next()).isEqualTo(attempt);
    }

    @Test
    void aPrintOfATerminalThatWokeWithAnotherClockIsNotLetGoAtItsFirstRefusal() throws Exception {
        office.says(request -> ofAPrint(request.getRequestURI().getPath()) ? "404 {\"error\":\"not-found\"}" : "");
        String attempt = printed();
        clock.jump(Duration.ofDays(400));
        startsAnew();
        assertThat(office.next()).isEqualTo(attempt);
        dueAgain();
        clock.turn(Duration.ofHours(7));
        store.exchange().ring();
        assertThat(office.next()).isEqualTo(attempt);
        assertThat(nothingIsToldAgain()).isTrue();
    }

    private boolean nothingIsToldAgain() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (prints.nextDue().isPresent() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return prints.nextDue().isEmpty();
    }

    /** When the print that was just told is told again. */
    private Instant dueAgain() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!prints.nextDue().orElseThrow().isAfter(clock.instant()) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return prints.nextDue().orElseThrow();
    }

    @Test
    void onePrintThatGetsNoAnswerMakesTheOthersWaitAndTheSubmissionsNot() throws Exception {
        office.says(request -> ofAPrint(request.getRequestURI().getPath()) ? "500 {\"error\":\"broken\"}" : "");
        String first = printed();
        printed();
        printed();
        courier.start();
        String tried = office.next();
        Submission care = Handed.care();
        Submission other = Handed.residence();
        delivers(care);
        delivers(other);
        assertThat(List.of(office.next(), office.next()))
                .containsExactly(care.id().toString(), other.id().toString());
        assertThat(tried).isNotEqualTo(care.id().toString());
        office.says(request -> "");
        courier.lineIsBack();
        assertThat(List.of(office.next(), office.next(), office.next())).contains(first, tried);
    }

    @Test
    void aPrintIsToldWithoutTheSessionOfTheVisit() throws Exception {
        BlockingQueue<String> sessions = new LinkedBlockingQueue<>();
        office.says(request -> {
            sessions.add(String.valueOf(request.getRequestHeaders().getFirst("Citizen-Session")));
            return "200 {\"collectables\":[{\"id\":\"" + ID + "\",\"item\":\"a.b\",\"number\":\""
                    + SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7).text() + "\"}]}";
        });
        assertThat(platform.collectables("a-session")).isInstanceOf(Answer.Answered.class);
        platform.printed(new PrintReport(UUID.randomUUID(), ID, Paper.DOCUMENT, Outcome.OUT, clock.instant()));
        assertThat(sessions).containsExactly("a-session", "null");
    }
}
