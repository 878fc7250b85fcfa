package kiosk.sync.seal;

import java.time.Clock;

/**
 * What stands on a manifest and, equally, inside.
 *
 * @param item the item's code; for a rating the rated item's
 * @param clock when it is sealed; its zone is the terminal's, and times inside are written with its offset
 */
public record Labels(String terminal, String number, String item, String kind, Clock clock, JournalHead journal) {}
