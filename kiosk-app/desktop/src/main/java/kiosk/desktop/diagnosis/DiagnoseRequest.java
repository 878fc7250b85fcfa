package kiosk.desktop.diagnosis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kiosk.catalogue.Language;
import kiosk.device.DeviceKind;

/**
 * What {@code kiosk diagnose} asks the running shell, in one line, and what comes back: the exit code, a line feed, the text.
 *
 * @param device only what is about this device
 * @param test tries silent devices another way; not for a running shell, which holds them
 */
public record DiagnoseRequest(boolean json, Language language, Optional<DeviceKind> device, boolean test) {
    private static final String WORD = "diagnose";

    /** What is to be said, and with which code to exit. */
    public record Answer(int exit, String text) {
        /** As it goes over the socket. */
        public String line() {
            return exit + "\n" + text;
        }

        /** From the socket; empty if it is none. */
        public static Optional<Answer> parse(String line) {
            String[] parts = line.split("\n", 2);
            return parts.length == 2 && parts[0].matches("[0-9]{1,3}")
                    ? Optional.of(new Answer(Integer.parseInt(parts[0]), parts[1]))
                    : Optional.empty();
        }
    }

    /** The line: {@code diagnose json en page-printer}. */
    public String line() {
        String kind = device.map(it -> " " + word(it)).orElse("");
        return WORD + (json ? " json " : " text ") + language.tag() + kind;
    }

    /** The word of a kind, as in the settings. */
    public static String word(DeviceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From a line; empty if it is none. */
    public static Optional<DiagnoseRequest> parse(String line) {
        String[] words = line.split(" ");
        if (words.length < 3 || words.length > 4 || !words[0].equals(WORD)) {
            return Optional.empty();
        }
        Optional<Language> language = Arrays.stream(Language.values())
                .filter(it -> it.tag().equals(words[2]))
                .findFirst();
        Optional<DeviceKind> device = words.length == 3
                ? Optional.empty()
                : Arrays.stream(DeviceKind.values())
                        .filter(it -> word(it).equals(words[3]))
                        .findFirst();
        return language.map(it -> new DiagnoseRequest(words[1].equals("json"), it, device, false));
    }

    /** What an examination made now comes to, as it goes over the socket; nothing where it is interrupted. */
    public String answeredBy(Examination examination) {
        try {
            return answer(examination.whole(hop -> {})).line();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** What is said of an outcome to who asked so. */
    public Answer answer(Examination.Outcome whole) {
        Examination.Outcome outcome = device.map(whole::about).orElse(whole);
        String text = json ? OutcomeJson.of(outcome) : String.join("\n", new OutcomeText(language).lines(outcome));
        return new Answer(Verdict.of(outcome.diagnoses()), text + "\n");
    }
}
