package kiosk.emulators.smartcard;

/** What a reader's slot feeds with power: it takes commands and answers them (ISO/IEC 7816-4). */
interface Chip {
    /** Its answer to a command, the status word last. */
    byte[] answer(byte[] command);

    /** Power was cut and came back. */
    void reset();
}
