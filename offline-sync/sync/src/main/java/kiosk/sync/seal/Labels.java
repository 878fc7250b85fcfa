package kiosk.sync.seal;

import java.time.ZoneId;
import kiosk.submission.SubmissionNumber;

/**
 * What stands outside on a container and, equally, inside.
 *
 * @param item the item's code; for a rating the rated item's
 * @param zone where the terminal stands; times inside are written with its offset
 */
public record Labels(String terminal, SubmissionNumber number, String item, String kind, ZoneId zone) {}
