package kiosk.submission;

import java.time.Instant;

/** The citizen's consent: to which version of an item's guide, and when. */
public record Consent(String version, Instant given) {}
