package kiosk.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The platform's answer to a delivered submission.
 *
 * @param caseNumber the department's number (办件编号)
 * @param due the last day of the department's promise; empty where it decided at once
 */
public record CaseReceipt(String caseNumber, Instant accepted, Optional<LocalDate> due) {}
