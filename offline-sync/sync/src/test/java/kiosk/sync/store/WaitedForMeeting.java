package kiosk.sync.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kiosk.sync.threads.Meeting;

/** Two citizens say what they will wait for, and one of them waits, while the courier asks whom to serve first. */
public final class WaitedForMeeting implements Meeting {
    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            Exchange exchange = new Exchange();
            AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
            Thread next = Meeting.beside(() -> exchange.expect("b"));
            exchange.expect("a");
            exchange.await("a", 0, () -> {
                seen.set(exchange.awaited());
                return Optional.empty();
            });
            next.join();
            Meeting.holds(seen.get().contains("a"), "nobody was seen to wait");
            Meeting.holds(exchange.awaited().equals(List.of("b")), "not he who still waits");
        });
    }
}
