package kiosk.desktop.technician;

import java.util.List;
import java.util.Optional;
import kiosk.desktop.widget.Texts;

/**
 * What runs here.
 *
 * @param program the version of the program
 * @param terminal the terminal's name; empty where it is not to be told
 */
public record Versions(String program, Optional<String> terminal) {
    /** It, a line each. */
    public List<String> lines(Texts texts) {
        return List.of(
                texts.say("versions.program", "OneStop Kiosk " + program),
                texts.say("versions.terminal", terminal.orElseGet(() -> texts.say("versions.terminal-not-told"))),
                texts.say("versions.runtime", "Java " + Runtime.version()),
                texts.say("versions.screen", "JavaFX " + javafx(texts)),
                texts.say("versions.system", System.getProperty("os.name") + " " + System.getProperty("os.version")));
    }

    private static String javafx(Texts texts) {
        return Optional.ofNullable(System.getProperty("javafx.runtime.version"))
                .orElseGet(() -> texts.say("versions.unknown"));
    }
}
