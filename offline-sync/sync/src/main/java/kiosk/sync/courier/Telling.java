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
        return new Errand() {
            @Override
            public Runnable go() throws InterruptedException {
                Answer<SubmissionId> answer = farEnd.printed(report);
                return () -> told(report, answer, breaks);
            }

            @Override
            public void cutOff() {
                underWay = false;
                way.saidNothing(breaks);
            }
        };
    }

    private void told(PrintReport report, Answer<SubmissionId> answer, int breaks) {
        underWay = false;
        Instant now = times.now();
        if (answer instanceof Answer.Unreachable) {
            way.failed(breaks, times.passed(), Optional.empty());
            prints.postponed(report, now.plus(asLongAgain(report.at(), now)));
            return;
        }
        way.worked(breaks);
        if (answer instanceof Answer.Refused && report.at().plus(LONGEST).isAfter(now)) {
            prints.postponed(report, now.plus(asLongAgain(report.at(), now)));
            return;
        }
        if (answer instanceof Answer.Refused) {
            LOG.error("the platform does not want to know of a print");
        }
        prints.told(report);
    }

    /** The submission may still be on its way, or the terminal locked out; by a clock that was wrong, "since" may be in the future. */
    private static Duration asLongAgain(Instant since, Instant now) {
        Duration so = Duration.between(since, now).abs();
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
