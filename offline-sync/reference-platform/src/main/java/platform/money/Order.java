package platform.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import platform.store.Row;
import platform.wire.PlatformClock;

/** A payment order as the wire shows it; one that was cancelled before it was opened has an id and a state alone. */
public record Order(
        @Nullable String order,
        String id,
        @Nullable String item,
        @Nullable Long amountFen,
        @Nullable String code,
        String state,
        @Nullable String expires,
        @Nullable String settleBy) {

    static Order from(Row row) {
        String number = row.optionalText("number").orElse(null);
        return new Order(
                number,
                row.text("id"),
                row.optionalText("item").orElse(null),
                row.optionalNumber("amount_fen").orElse(null),
                number == null ? null : "https://pay.example/o/" + number,
                row.text("state"),
                moment(row, "expires"),
                moment(row, "settle_by"));
    }

    private static @Nullable String moment(Row row, String column) {
        return row.optionalNumber(column)
                .map(millis -> PlatformClock.text(Instant.ofEpochMilli(millis)))
                .orElse(null);
    }

    boolean is(String someState) {
        return state.equals(someState);
    }

    long amount() {
        return amountFen == null ? 0 : amountFen;
    }
}
