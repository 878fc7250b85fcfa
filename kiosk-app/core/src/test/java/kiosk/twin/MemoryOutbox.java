package kiosk.twin;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/** A queue in memory that keeps the promises of its port; while the line is up everything due is delivered at once. */
public final class MemoryOutbox implements Outbox {
    private static final LocalDate DAY = LocalDate.ofInstant(TurnedClock.MORNING, ZoneId.of("Asia/Shanghai"));

    private enum State {
        HELD,
        DUE,
        GIVEN_UP
    }

    private record Entry(SubmissionNumber number, Submission submission, State state) {
        Entry now(State changed) {
            return new Entry(number, submission, changed);
        }
    }

    private final Map<SubmissionId, Entry> entries = new LinkedHashMap<>();
    private final Map<SubmissionId, Rating> ratings = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<Why> refusal = Optional.empty();
    private Optional<Delivery> nextDelivery = Optional.empty();
    private boolean lineUp = true;
    private boolean buggy;
    private boolean closed;

    public synchronized void cutTheLine() {
        lineUp = false;
    }

    public synchronized void refuse(Why why) {
        refusal = Optional.of(why);
    }

    /** What the next question after a delivery is answered with. */
    public synchronized void answer(Delivery delivery) {
        nextDelivery = Optional.of(delivery);
    }

    /** Taking a submission fails by a bug from now on. */
    public synchronized void failByABug() {
        buggy = true;
    }

    /** What was asked of the queue, in order: the call and the number, or the call alone. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** What the platform has got. */
    public synchronized List<Submission> delivered() {
        return entries.values().stream()
                .filter(it -> lineUp && it.state() == State.DUE)
                .map(Entry::submission)
                .toList();
    }

    /** What waits for its money. */
    public synchronized List<Submission> held() {
        return entries.values().stream()
                .filter(it -> it.state() == State.HELD)
                .map(Entry::submission)
                .toList();
    }

    public synchronized List<Rating> ratings() {
        return List.copyOf(ratings.values());
    }

    @Override
    public synchronized Acceptance accept(Submission submission) {
        calls.add("accept");
        return take(submission, State.DUE);
    }

    @Override
    public synchronized Acceptance hold(Submission submission) {
        calls.add("hold");
        return take(submission, State.HELD);
    }

    private Acceptance take(Submission submission, State state) {
        if (buggy) {
            throw new IllegalStateException("a bug in the queue");
        }
        if (refusal.isPresent()) {
            return new NotAccepted(refusal.get());
        }
        int count = entries.size() + 1;
        return new Accepted(entries.computeIfAbsent(
                        submission.id(), id -> new Entry(SubmissionNumber.of("K001", DAY, count), submission, state))
                .number());
    }

    @Override
    public synchronized void release(SubmissionId id) {
        calls.add("release");
        entries.computeIfPresent(id, (same, it) -> it.state() == State.HELD ? it.now(State.DUE) : it);
    }

    @Override
    public synchronized void abandon(SubmissionId id) {
        calls.add("abandon");
        entries.computeIfPresent(id, (same, it) -> it.now(State.GIVEN_UP));
    }

    @Override
    public synchronized Acceptance rate(Rating rating) {
        calls.add("rate");
        if (refusal.isPresent()) {
            return new NotAccepted(refusal.get());
        }
        ratings.put(rating.id(), rating);
        return new Accepted(SubmissionNumber.of("K001", DAY, 900 + ratings.size()));
    }

    @Override
    public synchronized Delivery delivery(SubmissionId id, Duration patience) {
        if (nextDelivery.isPresent()) {
            Delivery answer = nextDelivery.get();
            nextDelivery = Optional.empty();
            return answer;
        }
        Entry entry = entries.get(id);
        if (entry == null || entry.state() == State.GIVEN_UP) {
            return new GivenUp();
        }
        return lineUp ? new Delivered(receipt()) : new Underway();
    }

    public static CaseReceipt receipt() {
        return new CaseReceipt("M202611220000000171", TurnedClock.MORNING, Optional.of(DAY.plusDays(3)));
    }

    @Override
    public synchronized Summary summary() {
        return new Summary(entries.size(), 0, 0, Optional.empty(), refusal);
    }

    @Override
    public List<Waiting> list(int most) {
        return List.of();
    }

    @Override
    public synchronized List<Waiting> waitingOf(Citizen citizen) {
        return entries.values().stream()
                .filter(it -> !lineUp && it.submission().citizen().number().equals(citizen.number()))
                .map(it -> new Waiting(
                        it.submission().id(),
                        Optional.of(it.number()),
                        it.submission().item().code(),
                        it.state().name(),
                        it.submission().created(),
                        1,
                        Optional.of(it.submission().created())))
                .toList();
    }

    @Override
    public void retry(SubmissionId id) {
        throw new UnsupportedOperationException("a visit retries nothing");
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean closed() {
        return closed;
    }
}
