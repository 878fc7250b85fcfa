package kiosk.emulators.smartcard;

/** What a card does about its PIN, where cards differ. */
public enum PinHabit {
    /** It verifies, changes, and says how many tries are left when asked without a PIN. */
    USUAL,
    /** It says how many tries are left only after a wrong PIN. */
    KEEPS_COUNT_TO_ITSELF,
    /** It verifies, and cannot change. */
    CANNOT_CHANGE
}
