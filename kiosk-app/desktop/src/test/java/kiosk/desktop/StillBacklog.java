package kiosk.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.submission.Backlog;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/** Entries of every kind, and a stick that is or is not there. */
public final class StillBacklog implements Backlog {
    /** What comes of carrying. */
    public volatile Export comesOf = new NotWritten(WhyNot.NO_STICK);

    /** Whether nothing waits. */
    public volatile boolean empty;

    @Override
    public List<Item> items(int most) {
        return empty
                ? List.of()
                : List.of(
                        item(7, "medical-insurance.cross-region-care", State.READY, Cause.NO_ANSWER, 26),
                        item(9, "tax.resident-insurance-payment", State.UNSETTLED, Cause.PLATFORM_DOWN, 5),
                        refused(12, "other-terminal"),
                        refused(15, "teapot"),
                        item(13, "social-security.contribution-certificate", State.SENT_BACK, Cause.NEEDS_CITIZEN, 2),
                        item(14, "medical-insurance.cross-region-care", State.AFTER_ANOTHER, Cause.NOT_YET, 1));
    }

    private static Item refused(int number, String code) {
        return item(number, "public-security.residence-registration", State.REFUSED, Cause.PLATFORM_SAYS_NO, code, 3);
    }

    private static Item item(int number, String item, State state, Cause cause, int hours) {
        return item(number, item, state, cause, cause.name(), hours);
    }

    /** An entry of so many hours ago. */
    public static Item item(int number, String item, State state, Cause cause, String code, int hours) {
        Instant now = Samples.CLOCK.instant();
        boolean tried = state == State.READY || state == State.UNSETTLED;
        return new Item(
                SubmissionId.parse("01948f00-0000-7000-8000-0000000000%02d".formatted(number)),
                SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), number),
                item,
                state == State.AFTER_ANOTHER,
                state,
                now.minus(Duration.ofHours(hours)),
                tried ? 4 : 1,
                cause,
                code,
                tried ? Optional.of(now.plusSeconds(95)) : Optional.empty(),
                new Load(181_000L * number, 2, 1, 90_000));
    }

    @Override
    public Export export(Path file) {
        return comesOf;
    }
}
