package kiosk.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.submission.Outbox;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;

/** A queue that holds one entry and remembers what it was told to retry. */
public final class StillOutbox implements Outbox {
    /** What was to be sent again. */
    public final List<SubmissionId> retried = new ArrayList<>();

    /** Whether the store fails. */
    public volatile boolean broken;

    private void fails() {
        if (broken) {
            throw new UncheckedIOException("the store failed", new IOException());
        }
    }

    @Override
    public Acceptance accept(Submission submission) {
        return new Accepted(Samples.NUMBER);
    }

    @Override
    public Acceptance hold(Submission submission) {
        return new Accepted(Samples.NUMBER);
    }

    @Override
    public void release(SubmissionId id) {}

    @Override
    public void abandon(SubmissionId id) {}

    @Override
    public Acceptance rate(Rating rating) {
        return new Accepted(Samples.NUMBER);
    }

    @Override
    public Delivery delivery(SubmissionId id, Duration patience) {
        return new Underway();
    }

    @Override
    public Summary summary() {
        fails();
        Instant oldest = Samples.CLOCK.instant().minusSeconds(3600);
        return new Summary(1, 41, 0, Optional.of(oldest), Optional.empty());
    }

    @Override
    public List<Waiting> list(int most) {
        return List.of(new Waiting(
                SubmissionId.parse("01948f00-0000-7000-8000-000000000001"),
                Optional.of(Samples.NUMBER),
                "medical-insurance.cross-region-care",
                "waiting",
                Samples.CLOCK.instant().minusSeconds(3600),
                4,
                Optional.empty()));
    }

    @Override
    public List<Waiting> waitingOf(Citizen citizen) {
        return List.of();
    }

    @Override
    public void retry(SubmissionId id) {
        fails();
        retried.add(id);
    }

    @Override
    public void close() {}
}
