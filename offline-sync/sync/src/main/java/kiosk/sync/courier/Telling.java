package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.platform.Answer;
import kiosk.platform.PrintReport;
import kiosk.submission.SubmissionId;
import kiosk.sync.store.SqlitePrints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the platform what was printed, one after the other, when nothing else is to be brought to it. What it does not take, for
 * whatever reason, is told again ever more rarely; where it does not answer at all, the others wait, too.
 */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofDays(40);

    private final SqlitePrints prints;
    private final FarEnd farEnd;
    private final Times times;
    private final Circuit way;
    private boolean underWay;

    Telling(Courier.Ends ends, Times times, Backoff backoff) {
        this.way = new Circuit(backoff);
        this.prints = ends.prints();
        this.farEnd = ends.farEnd();
        this.times = times;
    }

    /** Tells one, if one is due. */
    Optional<Errand> next() {
        Optional<PrintReport> due = underWay || !way.lets(times.passed()) ? Optional.empty() : prints.next(times.now());
        underWay = underWay || due.isPresent();
        return due.map(this::telling);
    }

    private Errand telling(PrintReport report) {
        int breaks = way.setsOut();
        Duration age = Duration.between(report.at(), times.now());
        return new Errand() {
            @Override
            public Runnable go() throws InterruptedException {
                Answer<SubmissionId> answer = farEnd.printed(report);
                return () -> told(report, age, answer, breaks);
            }

            @Override
            public void cutOff() {
                underWay = false;
                way.saidNothing(breaks);
            }
        };
    }

    /** @param age by the clock at which it set out: while it was under way, that may have been put to another time */
    private void told(PrintReport report, Duration age, Answer<SubmissionId> answer, int breaks) {
        underWay = false;
        Instant again = times.now().plus(asLongAgain(age));
        if (answer instanceof Answer.Unreachable) {
            way.failed(breaks, times.passed(), Optional.empty());
            prints.postponed(report, again);
            return;
        }
        way.worked(breaks);
        if (answer instanceof Answer.Refused && !isTooOld(age)) {
            prints.postponed(report, again);
            return;
        }
        if (answer instanceof Answer.Refused) {
            LOG.error("the platform does not want to know of a print");
        }
        prints.told(report);
    }

    /** By a clock that was wrong before this process began anything is old: it is told for as long again as is waited at most. */
    private boolean isTooOld(Duration age) {
        return age.compareTo(LONGEST) >= 0 && times.passed() > LONGEST_WAIT.toNanos();
    }

    /** The submission may still be on its way, or the terminal locked out; by a clock that was wrong, "since" may be in the future. */
    private static Duration asLongAgain(Duration age) {
        Duration so = age.abs();
        return so.compareTo(SHORTEST) < 0 ? SHORTEST : so.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : so;
    }

    /** The platform answers, or the clock was put right: nothing is waited for any more. */
    void begunAnew() {
        way.reset();
    }

    /** When its way opens. */
    Stream<Long> changes() {
        return way.opensAt().stream();
    }

    /** When there is something to tell next. */
    Optional<Instant> nextDue() {
        return prints.nextDue();
    }
}
