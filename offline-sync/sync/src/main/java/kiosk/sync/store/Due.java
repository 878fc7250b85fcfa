package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import kiosk.sync.store.Parcel.Load;
import kiosk.sync.store.Parcel.Setback;
import kiosk.sync.wire.Hello;

/**
 * Which of what waits may go next: what somebody waits for, else what is small before what is large, and what was never tried as well as
 * what is tried again. Every look goes by the index, department by department, so that a hundred thousand for one that is down cost
 * nothing.
 */
public final class Due {
    /** The next one due of a department, large or small, tried before or not, by the index alone. */
    static final String NEXT = "SELECT " + Entry.COLUMNS + " FROM entry WHERE department = ? AND large = ?"
            + " AND (attempts > 0) = ? AND next_at <= ? ORDER BY next_at LIMIT ?";

    private static final String LATER = "SELECT next_at FROM entry WHERE department = ? AND large = ?"
            + " AND (attempts > 0) = ? AND next_at > ? ORDER BY next_at LIMIT 1";
    private static final int SAMPLE = 200;

    /** How many wait, since when, and their bytes, reckoned from the first few. */
    static final String BACKLOG =
            "SELECT count(*), min(taken_at), (SELECT coalesce(avg(length(bytes)), 0) FROM (SELECT bytes"
                    + " FROM sealed LIMIT " + SAMPLE
                    + ")), (SELECT coalesce(sum(length - sent), 0) FROM part) FROM entry "
                    + Entries.dueOr("'READY'");

    private final Store store;

    /** What is due in that store. */
    public Due(Store store) {
        this.store = store;
    }

    /** One that may go. */
    public record Choice(long seq, String id, String department, boolean large, boolean again) {
        static Choice of(Entry entry) {
            return new Choice(entry.seq(), entry.id(), entry.department(), entry.large(), entry.attempts() > 0);
        }
    }

    /**
     * What may be chosen.
     *
     * @param held departments for which nothing may go
     * @param busy those that are on their way already
     */
    public record Wish(Instant now, Set<String> held, Set<Long> busy, Most most) {
        boolean admits(Entry entry) {
            return !busy.contains(entry.seq()) && !held.contains(entry.department());
        }
    }

    /** The most that are chosen: in all, of those that were tried before, of the large ones. */
    public record Most(int all, int again, int large) {}

    /** Those somebody stands and waits for. */
    public List<String> waitedFor() {
        return store.exchange().awaited();
    }

    /** The first of those that is due; its attempt is counted, and the one after it set, before it is handed out. */
    public Optional<Choice> begin(Wish wish, List<String> ids, IntFunction<Instant> again) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return store.drain(connection -> {
            for (String id : ids) {
                Optional<Entry> entry = Entries.due(connection, wish.now(), id).filter(wish::admits);
                if (entry.isPresent()) {
                    Entries.begin(connection, entry.get(), wish.now(), again);
                    return Optional.of(Choice.of(entry.get()));
                }
            }
            return Optional.empty();
        });
    }

    /**
     * The next few, in the order in which they are to go. The attempt of each is counted and the one after it set before it is handed
     * out, so that one that brings the process down goes to the end of the queue, too; one commit does for all. What has been held too
     * long counts as left by its citizen.
     *
     * @param again when an attempt of that number is to be followed by the next
     */
    public List<Choice> begin(Wish wish, IntFunction<Instant> again) {
        return store.drain(connection -> {
            Entries.unsettle(connection, wish.now(), wish.now().minus(Deliveries.LONGEST_HOLD));
            List<Entry> chosen = chosen(connection, wish);
            for (Entry entry : chosen) {
                Entries.begin(connection, entry, wish.now(), again);
            }
            return chosen.stream().map(Choice::of).toList();
        });
    }

    /** What is to be sent of one that was chosen, and whether somebody waits for it still; empty where it ended meanwhile, or is not whole on the disk any more and is set aside. */
    public Optional<Parcel> parcel(Choice choice, Instant now) {
        return parcels(List.of(choice), now).stream().findFirst();
    }

    /** The same of several. */
    public List<Parcel> parcels(List<Choice> choices, Instant now) {
        return choices.isEmpty()
                ? List.of()
                : store.drain(connection -> {
                    List<Parcel> parcels = new ArrayList<>();
                    for (Entry entry : Entries.at(
                            connection, choices.stream().map(Choice::seq).toList())) {
                        parcel(connection, entry, now).ifPresent(parcels::add);
                    }
                    return parcels;
                });
    }

    private Optional<Parcel> parcel(Connection connection, Entry entry, Instant now) throws SQLException {
        if (entry.next().isEmpty()) {
            return Optional.empty();
        }
        Optional<Load> load = store.payloads().load(connection, entry);
        if (load.isEmpty()) {
            new Deliveries(store).setAside(connection, entry, Setback.DAMAGED, now);
        }
        boolean awaited = waitedFor().contains(entry.id());
        return load.map(it -> Parcel.of(entry, awaited, it));
    }

    private static List<Entry> chosen(Connection connection, Wish wish) throws SQLException {
        List<Entry> small = due(connection, wish, false, wish.most().all());
        return small.isEmpty() ? due(connection, wish, true, wish.most().large()) : small;
    }

    private static List<Entry> due(Connection connection, Wish wish, boolean large, int most) throws SQLException {
        List<Entry> found = new ArrayList<>();
        if (most > 0) {
            for (String department : departments(connection)) {
                if (!wish.held().contains(department)) {
                    found.addAll(due(connection, wish, new Shelf(department, large, false), most));
                    found.addAll(due(
                            connection,
                            wish,
                            new Shelf(department, large, true),
                            wish.most().again()));
                }
            }
        }
        found.sort(Comparator.comparing((Entry it) -> it.next().orElseThrow()).thenComparing(Entry::seq));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** Where the index has those of one kind beside each other. */
    private record Shelf(String department, boolean large, boolean tried) {}

    private static List<Entry> due(Connection connection, Wish wish, Shelf shelf, int most) throws SQLException {
        return most <= 0
                ? List.of()
                : Sql.all(
                                connection,
                                NEXT,
                                Entry::from,
                                shelf.department(),
                                shelf.large() ? 1 : 0,
                                shelf.tried() ? 1 : 0,
                                wish.now().toEpochMilli(),
                                most + wish.busy().size())
                        .stream()
                        .filter(wish::admits)
                        .limit(most)
                        .toList();
    }

    /** Those for which anything waits for the courier; each found by one step in the index. */
    private static List<String> departments(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        Optional<String> next = after(connection, "");
        while (next.isPresent()) {
            found.add(next.get());
            next = after(connection, next.get());
        }
        return found;
    }

    private static Optional<String> after(Connection connection, String department) throws SQLException {
        return Sql.first(
                connection,
                "SELECT department FROM entry WHERE next_at IS NOT NULL AND department > ? ORDER BY department LIMIT 1",
                row -> row.getString(1),
                department);
    }

    /** Whether anything is due now. */
    public boolean any(Instant now) {
        Wish wish = new Wish(now, Set.of(), Set.of(), new Most(1, 1, 1));
        return store.database().run(connection -> !chosen(connection, wish).isEmpty());
    }

    /** Whether anything waits for the courier, now or later. */
    public boolean anyEver() {
        return store.database().run(connection -> !departments(connection).isEmpty());
    }

    /** When the next one is due that is not due yet, but for those departments; empty where there is none. */
    public Optional<Instant> next(Instant now, Set<String> held) {
        return store.database().run(connection -> {
            List<Instant> times = new ArrayList<>();
            for (String department : departments(connection)) {
                for (int kind = 0; kind < 4 && !held.contains(department); kind++) {
                    times.addAll(Sql.all(
                            connection,
                            LATER,
                            row -> Instant.ofEpochMilli(row.getLong(1)),
                            department,
                            kind / 2,
                            kind % 2,
                            now.toEpochMilli()));
                }
            }
            return times.stream().min(Comparator.naturalOrder());
        });
    }

    /** What waits, as it is told to the platform. */
    public Hello.Backlog backlog() {
        return store.database()
                .run(connection -> Sql.first(
                                connection,
                                BACKLOG,
                                row -> new Hello.Backlog(
                                        row.getLong(1),
                                        (long) (row.getLong(1) * row.getDouble(3)) + row.getLong(4),
                                        Instant.ofEpochMilli(row.getLong(2))))
                        .orElseThrow());
    }
}
