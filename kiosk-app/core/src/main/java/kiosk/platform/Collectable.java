package kiosk.platform;

import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/** A document that waits for its holder. */
public record Collectable(SubmissionId id, String item, SubmissionNumber number) {}
