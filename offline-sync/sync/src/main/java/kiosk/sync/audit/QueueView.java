package kiosk.sync.audit;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kiosk.submission.Backlog;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.store.Parcel.Setback;

/** The queue of a store as an operator sees it; each look is one {@link StoreView}. */
public final class QueueView implements Backlog {
    private static final String ITEMS =
            "SELECT e.seq, e.id, e.number, e.item, e.state, e.rates, e.taken_at, e.attempts,"
                    + " e.next_at, e.last, coalesce(length(s.bytes), 0) AS body, count(p.number) AS parts,"
                    + " coalesce(sum(p.length), 0) AS length, coalesce(sum(p.sent), 0) AS sent,"
                    + " coalesce(sum(p.sent = p.length), 0) AS whole"
                    + " FROM entry e LEFT JOIN sealed s ON s.seq = e.seq LEFT JOIN part p ON p.seq = e.seq"
                    + " WHERE e.state IN ('HELD', 'UNSETTLED', 'READY', 'SENT_BACK', 'REFUSED')"
                    + " GROUP BY e.seq ORDER BY e.seq LIMIT ?";

    private final Path folder;

    /** The queue of the store in that folder. */
    public QueueView(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Item> items(int most) {
        try (StoreView store = StoreView.of(folder)) {
            return store.all(ITEMS, QueueView::item, most);
        }
    }

    @Override
    public Export export(Path file) {
        try (StoreView store = StoreView.of(folder)) {
            return new ExportFile(store).write(file);
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        State state = state(row);
        Cause cause = cause(state, row);
        long next = row.getLong("next_at");
        return new Item(
                id(row),
                number(row),
                row.getString("item"),
                row.getString("rates") != null,
                state,
                Instant.ofEpochMilli(row.getLong("taken_at")),
                row.getInt("attempts"),
                cause,
                Optional.ofNullable(row.getString("last")).orElse(""),
                next == 0 || cause == Cause.UNDER_WAY ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next)),
                new Load(
                        row.getLong("body") + row.getLong("length"),
                        row.getInt("parts"),
                        row.getInt("whole"),
                        row.getLong("sent")));
    }

    /** An id that makes no sense is stood in for by one that nothing else has: a person is to see the row nevertheless. */
    private static SubmissionId id(ResultSet row) throws SQLException {
        try {
            return SubmissionId.parse(row.getString("id"));
        } catch (IllegalArgumentException e) {
            return new SubmissionId(new UUID(0, row.getLong("seq")));
        }
    }

    private static SubmissionNumber number(ResultSet row) throws SQLException {
        try {
            return new SubmissionNumber(row.getString("number"));
        } catch (IllegalArgumentException e) {
            return SubmissionNumber.of("DAMAGED", LocalDate.EPOCH, row.getInt("seq"));
        }
    }

    private static State state(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        boolean after = state == State.READY && row.getString("rates") != null && row.getLong("next_at") == 0;
        return after ? State.AFTER_ANOTHER : state;
    }

    private static Cause cause(State state, ResultSet row) throws SQLException {
        String last = row.getString("last");
        if (last == null) {
            return state == State.AFTER_ANOTHER || state == State.HELD ? Cause.NOT_YET : Cause.NOT_TRIED;
        }
        return Arrays.stream(Setback.values())
                .filter(it -> it.name().equals(last))
                .findFirst()
                .map(QueueView::cause)
                .orElse(last.equals("needs-citizen") ? Cause.NEEDS_CITIZEN : Cause.PLATFORM_SAYS_NO);
    }

    private static Cause cause(Setback setback) {
        return switch (setback) {
            case BEGUN -> Cause.UNDER_WAY;
            case NO_ANSWER -> Cause.NO_ANSWER;
            case PLATFORM_DOWN -> Cause.PLATFORM_DOWN;
            case DEPARTMENT_DOWN -> Cause.DEPARTMENT_DOWN;
            case PLATFORM_FAILED -> Cause.PLATFORM_FAILED;
            case NOT_YET -> Cause.NOT_YET;
            case LOCKED_OUT -> Cause.LOCKED_OUT;
            case UNREAD -> Cause.DISK_FAILS;
            case DAMAGED -> Cause.DAMAGED;
            case CONFLICT -> Cause.CONFLICT;
        };
    }
}
