package kiosk.sync.wire;

import java.time.Duration;
import java.util.Map;
import kiosk.submission.SubmissionId;
import kiosk.sync.threads.Meeting;

/** Two lists are heard at once, and each tells whose a document is. */
public final class HoldersMeeting implements Meeting {
    private static final Question QUESTION = Question.of("GET", "/v1/submissions/x", Duration.ofSeconds(1));
    private static final SubmissionId ONE = SubmissionId.parse("019a0000-0000-7000-8000-000000000010");
    private static final SubmissionId OTHER = SubmissionId.parse("019a0000-0000-7000-8000-000000000020");

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            Holders holders = new Holders();
            Thread other = Meeting.beside(() -> holders.remember(OTHER, "session"));
            holders.remember(ONE, "session");
            other.join();
            Meeting.holds(vouched(holders, ONE) && vouched(holders, OTHER), "nobody vouches for a document");
        });
    }

    private static boolean vouched(Holders holders, SubmissionId id) {
        return holders.vouched(QUESTION, id).headers().equals(Map.of(Holders.HEADER, "session"));
    }
}
