package kiosk.submission;

import java.util.Optional;

/**
 * What a submission puts right, under whose number it goes.
 *
 * @param number the number of the first; it stays
 * @param replaces the case at the platform that was sent back; empty where the platform never took the first in
 */
public record Correction(SubmissionNumber number, Optional<SubmissionId> replaces) {}
