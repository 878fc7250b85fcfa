package kiosk.visit;

import java.time.Instant;
import java.time.LocalDate;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Surroundings;
import kiosk.submission.SubmissionId;

/**
 * The circumstances in which an event reaches a visit; with them the visit stays a pure function.
 *
 * @param freshId an identity nobody has used, for a matter that begins now
 */
public record Moment(
        Instant time, LocalDate today, Catalogue catalogue, Surroundings surroundings, SubmissionId freshId) {}
