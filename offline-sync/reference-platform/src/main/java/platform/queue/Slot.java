package platform.queue;

/**
 * When, how fast and for how long a terminal may send: the answer to a {@link Hello} (PLATFORM-API.md, section 12).
 *
 * @param notBefore seconds from the answer to the first submission
 * @param maxRate submissions a second
 * @param maxInFlight requests without an answer at a time
 * @param maxBytesPerSecond of bodies
 * @param ttl seconds from {@code notBefore} on for which this is good
 */
public record Slot(double notBefore, double maxRate, int maxInFlight, long maxBytesPerSecond, int ttl) {}
