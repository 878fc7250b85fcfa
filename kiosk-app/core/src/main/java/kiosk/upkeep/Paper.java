package kiosk.upkeep;

/**
 * How much paper this terminal takes, as its settings say; what is measured replaces it.
 *
 * @param rollMillimetres how long a new roll is
 * @param traySheets how many sheets a full tray holds
 */
public record Paper(long rollMillimetres, long traySheets) {
    /** A roll of 80 m and a tray of 250 sheets. */
    public static final Paper USUAL = new Paper(80_000, 250);

    /** Refuses no paper at all. */
    public Paper {
        if (rollMillimetres < 1 || traySheets < 1) {
            throw new IllegalArgumentException("a roll and a tray hold some paper");
        }
    }
}
