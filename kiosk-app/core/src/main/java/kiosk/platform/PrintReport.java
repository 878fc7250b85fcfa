package kiosk.platform;

import java.time.Instant;
import java.util.UUID;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.SubmissionId;

/** What came of one attempt to print a paper of a submission, as the platform is told. */
public record PrintReport(UUID attempt, SubmissionId id, Paper paper, Outcome outcome, Instant at) {}
