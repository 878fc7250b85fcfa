package kiosk.desktop;

import picocli.CommandLine;

/** Where the program begins; it does not extend a JavaFX class, so that it can be started from a plain class path. */
public final class Kiosk {
    private Kiosk() {}

    /** Runs the {@code kiosk} command. */
    public static void main(String[] arguments) {
        int exit = new CommandLine(new KioskCommand()).execute(arguments);
        if (exit != 0) {
            Runtime.getRuntime().exit(exit);
        }
    }
}
