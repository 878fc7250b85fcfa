package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kiosk.sync.store.Due;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.StoreTrouble;

/** What is chosen to go next, a handful at a time; before it runs out more is chosen on a way of its own, so that nothing on the line waits for the disk. */
final class Hand {
    static final int FULL = 64;
    private static final int LOW = 32;
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Due due;
    private final Times times;
    private final Deque<Held> held = new ArrayDeque<>();
    private boolean choosing;
    private boolean moreIsLikely;

    /** What is in hand: chosen, and loaded then. */
    private record Held(Due.Choice choice, Optional<Parcel> parcel, long since) {}

    Hand(Due due, Times times) {
        this.due = due;
        this.times = times;
    }

    boolean isEmpty() {
        return held.isEmpty() && !choosing;
    }

    Set<Long> seqs() {
        return held.stream().map(it -> it.choice().seq()).collect(Collectors.toCollection(HashSet::new));
    }

    void clear() {
        held.clear();
    }

    /** Chooses now, where nothing is in hand. */
    void fill(Supplier<Due.Wish> wish, IntFunction<Instant> again) {
        if (isEmpty()) {
            take(chosen(wish.get(), again));
        }
    }

    /** Chooses more, where there will soon be nothing in hand and probably is something to choose. */
    Optional<Errand> fillAhead(Supplier<Due.Wish> wish, IntFunction<Instant> again) {
        if (choosing || !moreIsLikely || held.size() > LOW) {
            return Optional.empty();
        }
        Due.Wish now = wish.get();
        choosing = true;
        return Optional.of(new Errand() {
            @Override
            public Runnable go() {
                try {
                    List<Held> more = chosen(now, again);
                    return () -> {
                        choosing = false;
                        take(more);
                    };
                } catch (StoreTrouble e) {
                    return this::cutOff;
                }
            }

            @Override
            public void cutOff() {
                choosing = false;
                moreIsLikely = false;
            }
        });
    }

    private List<Held> chosen(Due.Wish wish, IntFunction<Instant> again) {
        List<Due.Choice> choices = due.begin(wish, again);
        Map<Long, Parcel> parcels =
                due.parcels(choices, wish.now()).stream().collect(Collectors.toMap(Parcel::seq, Function.identity()));
        return choices.stream()
                .map(it -> new Held(it, Optional.ofNullable(parcels.get(it.seq())), times.passed()))
                .toList();
    }

    private void take(List<Held> more) {
        held.addAll(more);
        moreIsLikely = more.size() == FULL;
    }

    /** Takes the first that may go; what lay in hand for a while is looked at once more. */
    Optional<Parcel> first(Predicate<Due.Choice> may) {
        Iterator<Held> each = held.iterator();
        while (each.hasNext()) {
            Held next = each.next();
            if (may.test(next.choice())) {
                each.remove();
                boolean fresh = times.passed() - next.since() < FRESH;
                Optional<Parcel> parcel = fresh ? next.parcel() : due.parcel(next.choice(), times.now());
                if (parcel.isPresent()) {
                    return parcel;
                }
            }
        }
        return Optional.empty();
    }

    /** Takes the first of those, as it is now. */
    Optional<Due.Choice> anyOf(List<String> ids) {
        Optional<Held> found =
                held.stream().filter(it -> ids.contains(it.choice().id())).findFirst();
        found.ifPresent(held::remove);
        return found.map(Held::choice);
    }
}
