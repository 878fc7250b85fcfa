package kiosk.upkeep;

import kiosk.device.Health.Supply.Level;

/**
 * A change in how much paper a printer has.
 *
 * @param used how much it had ever used up by then: millimetres of the roll, or sheets
 */
public record PaperMark(long used, Level level) {}
