package kiosk.emulators.smartcard;

/** How a chip hands out data, where cards and readers differ (T=0, ISO/IEC 7816-3). */
public enum ChipHabit {
    /** Data and status at once. */
    AT_ONCE,
    /** First {@code 61xx}, then the data on GET RESPONSE. */
    ON_REQUEST,
    /** {@code 6Cxx} unless the length asked for is the length there is. */
    EXACT_LENGTH,
    /** However often it is asked, it has more; no honest card does this. */
    WITHOUT_END
}
