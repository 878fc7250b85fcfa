package kiosk.sync.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.Collectable;
import kiosk.platform.PrintReport;
import kiosk.submission.CaseReceipt;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.wire.Json.Malformed;

/** Papers that wait for their holder, a person's cases, and what is told of those that were printed (PLATFORM-API.md, section 7). */
final class Waiting {
    private static final int MOST_CASES = 20;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Waiting() {}

    static List<Collectable> papers(Json json) throws Malformed {
        List<Collectable> papers = new ArrayList<>(json.list("collectables", Waiting::document));
        papers.addAll(json.list("receipts", Waiting::receipt));
        return papers;
    }

    /** At most as many as the platform may tell; ratings are none of a person's cases. */
    static List<CaseStatus> cases(Json json) throws Malformed {
        List<CaseStatus> all = new ArrayList<>();
        for (Json each : json.list("submissions", it -> it)) {
            if (!each.optional("kind").equals(Optional.of("rating")) && all.size() < MOST_CASES) {
                all.add(status(each));
            }
        }
        return all;
    }

    private static CaseStatus status(Json json) throws Malformed {
        return new CaseStatus(
                id(json),
                json.text("item"),
                number(json),
                json.text("caseNumber"),
                json.time("acceptedAt"),
                state(json.text("state")),
                json.date("due"),
                json.problems(),
                json.words("reason"));
    }

    /** An unknown one is read as processing. */
    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(it -> word(it).equals(word))
                .findFirst()
                .orElse(State.PROCESSING);
    }

    private static Collectable document(Json json) throws Malformed {
        Optional<Instant> issued = json.has("issuedAt") ? Optional.of(json.time("issuedAt")) : Optional.empty();
        return new Collectable(id(json), json.text("item"), number(json), printed(json), Optional.empty(), issued);
    }

    private static Collectable receipt(Json json) throws Malformed {
        CaseReceipt receipt = new CaseReceipt(json.text("caseNumber"), json.time("acceptedAt"), json.date("due"));
        Optional<Long> paid = json.has("amountFen") ? Optional.of((long) json.count("amountFen")) : Optional.empty();
        return new Collectable(
                id(json),
                json.text("item"),
                number(json),
                printed(json),
                Optional.of(new Collectable.Owed(receipt, paid)));
    }

    /** Absent where a platform does not count. */
    private static int printed(Json json) throws Malformed {
        return json.has("printed") ? json.count("printed") : 0;
    }

    private static SubmissionNumber number(Json json) throws Malformed {
        return SubmissionNumber.parse(json.text("number")).orElseThrow(() -> new Malformed("not a number"));
    }

    private static SubmissionId id(Json json) throws Malformed {
        try {
            return SubmissionId.parse(json.text("id"));
        } catch (IllegalArgumentException e) {
            throw new Malformed("not an id");
        }
    }

    static String path(PrintReport report) {
        return "/v1/submissions/" + report.id() + "/prints/" + report.attempt();
    }

    static ObjectNode body(PrintReport report) {
        OffsetDateTime at = report.at().atZone(CHINA).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        return Json.MAPPER
                .createObjectNode()
                .put("paper", word(report.paper()))
                .put("outcome", word(report.outcome()))
                .put("at", at.toString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
