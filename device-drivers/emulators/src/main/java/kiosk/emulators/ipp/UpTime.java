package kiosk.emulators.ipp;

/** How long the emulated printer is up, in seconds from 1 on (RFC 8011 section 5.4.29). */
final class UpTime {
    private static final long START = System.nanoTime();

    private UpTime() {}

    static int seconds() {
        return 1 + (int) ((System.nanoTime() - START) / 1_000_000_000L);
    }
}
