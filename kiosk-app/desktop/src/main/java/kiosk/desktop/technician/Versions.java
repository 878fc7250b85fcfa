package kiosk.desktop.technician;

import java.util.List;

/** What runs here, a line each. */
public final class Versions {
    private Versions() {}

    /** The lines of this program at that terminal. */
    public static List<String> of(String version, String terminal) {
        return List.of(
                "OneStop Kiosk " + version,
                "Terminal " + terminal,
                "Java " + Runtime.version(),
                "JavaFX " + System.getProperty("javafx.runtime.version", "unknown"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }
}
