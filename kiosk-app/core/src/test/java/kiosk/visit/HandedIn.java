package kiosk.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.form.Problem;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.Cases;
import kiosk.platform.SlipProofs;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.PlainSlips;
import kiosk.twin.TurnedClock;

/** What Zhang handed in: one is on its way, one was sent back for its telephone number. */
final class HandedIn {
    static final SubmissionNumber NUMBER = SubmissionNumber.of("K009", LocalDate.of(2026, 11, 20), 3);
    static final CaseStatus RETURNED = returned(List.of(Problem.of("phone", Problem.Why.PLATFORM)));
    static final Waiting WAITING = new Waiting(
            Situations.ID,
            Optional.of(Situations.NUMBER),
            Items.PROOF.code(),
            "READY",
            TurnedClock.MORNING,
            1,
            Optional.of(TurnedClock.MORNING));
    static final Cases CASES = new Cases(List.of(WAITING), Optional.of(List.of(RETURNED)));

    private HandedIn() {}

    static CaseStatus returned(List<Problem> problems) {
        return new CaseStatus(
                Situations.EARLIER,
                Items.CARE.code(),
                NUMBER,
                "M202611200000000031",
                TurnedClock.MORNING,
                State.RETURNED,
                Optional.empty(),
                problems,
                Optional.empty());
    }

    /** What puts the case right that was sent back, as it stands here. */
    static Waiting mending(String state) {
        return new Waiting(
                Situations.ID, Optional.of(NUMBER), Items.CARE.code(), state, TurnedClock.MORNING, 0, Optional.empty());
    }

    static List<VisitEvent> touches() {
        return List.of(
                new VisitEvent.CasesWanted(),
                new VisitEvent.CaseChosen(Situations.ID),
                new VisitEvent.CaseChosen(RETURNED.id()));
    }

    /** What is said of cases and of slips. */
    static List<VisitEvent> answers() {
        return List.of(
                new VisitEvent.CasesFound(CASES),
                new VisitEvent.CasesFound(new Cases(List.of(), Optional.empty())),
                new VisitEvent.SlipChecked(PlainSlips.GENUINE),
                new VisitEvent.SlipChecked(new SlipProofs.Forged(SlipProofs.Reason.CHANGED)),
                new VisitEvent.SlipChecked(new SlipProofs.NotASlip()));
    }
}
