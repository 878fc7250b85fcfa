package kiosk.config;

import java.util.Collection;
import java.util.List;

/** What is wrong with a file of the configuration, and where; a terminal does not start with it. */
public final class ConfigProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String word;
    private final String[] known;

    /**
     * A problem.
     *
     * @param what one sentence without its full stop
     * @param word the word that gave offence; empty where there is none
     * @param known the words that are known in its place; empty where any may stand there
     */
    ConfigProblem(Spot spot, String what, String word, Collection<String> known) {
        super(sentence(spot, what, word, known));
        this.file = spot.file();
        this.line = spot.line();
        this.word = word;
        this.known = known.toArray(new String[0]);
    }

    private static String sentence(Spot spot, String what, String word, Collection<String> known) {
        return (spot.line() == 0 ? spot.file() : spot.file() + ":" + spot.line())
                + ": "
                + what
                + (word.isEmpty() ? "" : ": \"" + word + "\"")
                + (known.isEmpty() ? "" : "; known here: " + String.join(", ", known));
    }

    /** The file, as it was named to the loader. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 where the problem is about the file as a whole. */
    public int line() {
        return line;
    }

    /** The word that gave offence; empty where there is none. */
    public String word() {
        return word;
    }

    /** The words that are known in its place; empty where any may stand there. */
    public List<String> known() {
        return List.of(known);
    }
}
