package kiosk.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.form.Problem;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.Cases;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.visit.FollowingCases;
import kiosk.visit.Visit;

/** What a fictional citizen handed in. */
final class SampleCases {
    private static final Instant NOW = Instant.parse("2026-11-22T02:24:00Z");
    private static final Problem WRONG = new Problem(
            Optional.of("phone"),
            Problem.Why.PLATFORM,
            Optional.of(new Text("电话打不通，请换一个能打通的手机号", "The number does not answer; please give another one")));

    private SampleCases() {}

    static Map<String, Visit> visits() {
        Waiting waiting = waiting(8, "READY", Optional.of(NOW));
        Map<String, Visit> visits = new LinkedHashMap<>();
        visits.put("21-cases-asking", new FollowingCases(Samples.CITIZEN, Optional.empty()));
        visits.put("21-cases", shown(List.of(waiting), Optional.of(told())));
        visits.put(
                "21-cases-offline",
                shown(
                        List.of(waiting, waiting(9, "HELD", Optional.empty()), waiting(6, "REFUSED", Optional.empty())),
                        Optional.empty()));
        visits.put(
                "21-cases-mended",
                shown(List.of(waiting(98, "READY", Optional.empty(), number(2))), Optional.of(told())));
        visits.put("21-cases-disk-full", shown(List.of(waiting), Optional.of(told())));
        visits.put("21-cases-none", shown(List.of(), Optional.of(List.of())));
        return visits;
    }

    private static Visit shown(List<Waiting> here, Optional<List<CaseStatus>> told) {
        return new FollowingCases(Samples.CITIZEN, Optional.of(new Cases(here, told)));
    }

    private static List<CaseStatus> told() {
        return List.of(
                status(1, "public-security.residence-registration", State.PROCESSING, "P202611200000000173"),
                status(2, "medical-insurance.cross-region-care", State.RETURNED, "M202611190000000026"),
                status(3, "public-security.no-criminal-record", State.ISSUED, "P202611180000000038"),
                status(4, "social-security.flexible-employment-registration", State.REJECTED, "S202611010000000044"),
                status(5, "social-security.contribution-certificate", State.COLLECTED, "S202610280000000055"));
    }

    private static CaseStatus status(int days, String item, State state, String caseNumber) {
        return new CaseStatus(
                id(days),
                item,
                number(days),
                caseNumber,
                NOW.minus(Duration.ofDays(days)),
                state,
                Optional.of(LocalDate.of(2026, 11, 25)),
                state == State.RETURNED ? List.of(WRONG) : List.of(),
                state == State.REJECTED
                        ? Optional.of(new Text("您在外省已经参保", "You are insured in another province already"))
                        : Optional.empty());
    }

    private static Waiting waiting(int counter, String state, Optional<Instant> next) {
        return waiting(counter, state, next, number(counter));
    }

    private static Waiting waiting(int counter, String state, Optional<Instant> next, SubmissionNumber number) {
        return new Waiting(
                id(counter),
                Optional.of(number),
                "medical-insurance.cross-region-care",
                state,
                NOW.minus(Duration.ofHours(2)),
                1,
                next);
    }

    private static SubmissionNumber number(int counter) {
        return SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), counter);
    }

    private static SubmissionId id(int counter) {
        return SubmissionId.parse("01948f00-0000-7000-8000-0000000000%02d".formatted(counter));
    }
}
