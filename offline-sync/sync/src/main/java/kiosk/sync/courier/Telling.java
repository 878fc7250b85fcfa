package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kiosk.platform.Answer;
import kiosk.platform.PrintReport;
import kiosk.platform.ProvincialPlatform;
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
    private final ProvincialPlatform platform;
    private final Lane lane;

    Telling(SqlitePrints prints, ProvincialPlatform platform, Backoff backoff) {
        this.prints = prints;
        this.platform = platform;
        this.lane = new Lane(backoff, Duration.ZERO);
    }

    /** Tells one, if one is due; answers whether there may be more. */
    boolean tell(Instant now) throws InterruptedException {
        Optional<PrintReport> due = lane.closedFor(now).isZero() ? prints.next(now) : Optional.empty();
        if (due.isEmpty()) {
            return false;
        }
        Answer<SubmissionId> answer = platform.printed(due.get());
        if (answer instanceof Answer.Unreachable) {
            prints.postponed(due.get(), now.plus(asLongAgain(due.get().at(), now)));
            lane.close(now, 0, Optional.empty());
            return false;
        }
        begunAnew();
        if (answer instanceof Answer.Refused && due.get().at().plus(LONGEST).isAfter(now)) {
            prints.postponed(due.get(), now.plus(asLongAgain(due.get().at(), now)));
            return true;
        }
        if (answer instanceof Answer.Refused) {
            LOG.error("the platform does not want to know of a print");
        }
        prints.told(due.get());
        return true;
    }

    /** The submission may still be on its way, or the terminal locked out; by a clock that was wrong, "since" may be in the future. */
    private static Duration asLongAgain(Instant since, Instant now) {
        Duration so = Duration.between(since, now).abs();
        return so.compareTo(SHORTEST) < 0 ? SHORTEST : so.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : so;
    }

    /** The platform answers, or the clock was put back: nothing is waited for any more. */
    void begunAnew() {
        lane.open();
    }

    /** When there is something to tell next. */
    Optional<Instant> nextDue(Instant now) {
        Instant open = now.plus(lane.closedFor(now));
        return prints.nextDue().map(it -> it.isBefore(open) ? open : it);
    }
}
