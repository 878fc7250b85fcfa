package kiosk.upkeep;

import java.time.Instant;

/**
 * What a device did in one hour.
 *
 * @param begin the hour's first instant
 * @param works how often it worked, the failures included
 * @param failures how often that failed
 * @param medianMillis how long a piece of work took in the middle, to within an eighth
 * @param slowestMillis how long the slowest took
 */
public record Hour(Instant begin, long works, long failures, long medianMillis, long slowestMillis) {}
