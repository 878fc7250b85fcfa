package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kiosk.platform.Answer;
import kiosk.platform.Answer.Refusal;
import kiosk.platform.PrintReport;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.SubmissionId;
import kiosk.sync.store.SqlitePrints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the platform what was printed, one after the other, when nothing else is to be brought to it. */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration WITHOUT_ANSWER = Duration.ofSeconds(20);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofDays(40);

    private final SqlitePrints prints;
    private final ProvincialPlatform platform;

    Telling(SqlitePrints prints, ProvincialPlatform platform) {
        this.prints = prints;
        this.platform = platform;
    }

    /** Tells one, if one is due; answers whether there may be more. */
    boolean tell(Instant now) throws InterruptedException {
        Optional<PrintReport> due = prints.next(now);
        if (due.isEmpty()) {
            return false;
        }
        Answer<SubmissionId> answer = platform.printed(due.get());
        if (answer instanceof Answer.Unreachable) {
            prints.postponed(due.get(), now.plus(WITHOUT_ANSWER));
            return false;
        }
        if (notArrived(answer) && due.get().at().plus(LONGEST).isAfter(now)) {
            prints.postponed(due.get(), now.plus(asLongAgain(due.get().at(), now)));
            return true;
        }
        if (answer instanceof Answer.Refused) {
            LOG.error("the platform does not want to know of a print");
        }
        prints.told(due.get());
        return true;
    }

    private static Duration asLongAgain(Instant since, Instant now) {
        Duration so = Duration.between(since, now);
        return so.compareTo(SHORTEST) < 0 ? SHORTEST : so.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : so;
    }

    /** The submission itself may still be on its way. */
    private static boolean notArrived(Answer<SubmissionId> answer) {
        return answer instanceof Answer.Refused<SubmissionId> refused && refused.why() == Refusal.NOT_FOUND;
    }

    /** When there is something to tell next. */
    Optional<Instant> nextDue() {
        return prints.nextDue();
    }
}
