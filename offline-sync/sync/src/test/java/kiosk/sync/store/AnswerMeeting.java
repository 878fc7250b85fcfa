package kiosk.sync.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kiosk.form.Problem;
import kiosk.sync.threads.Meeting;

/** A citizen waits for the answer while the courier brings it, with the platform's words. */
public final class AnswerMeeting implements Meeting {
    private static final String ID = "a";
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);
    private static final List<Problem> WORDS =
            List.of(new Problem(Optional.of("phone"), Problem.Why.PLATFORM, Optional.empty()));

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            Exchange exchange = new Exchange();
            AtomicBoolean there = new AtomicBoolean();
            Thread courier = Meeting.beside(() -> {
                exchange.keep(ID, WORDS);
                there.set(true);
                exchange.ended(List.of(ID));
            });
            Optional<String> answer =
                    exchange.await(ID, LONG, () -> there.get() ? Optional.of("refused") : Optional.empty());
            Meeting.holds(answer.isPresent(), "waited in vain");
            Meeting.holds(exchange.problemsOf(ID).equals(Optional.of(WORDS)), "the words are not there");
            courier.join();
        });
    }
}
