package kiosk.upkeep;

import java.time.Instant;
import java.util.List;

/**
 * What a technician hands over: how the terminal was found and how it is left, what was tested, what was counted, and a signature. No
 * citizen is in it.
 *
 * @param title at the head of the paper
 * @param signed the words beside the signature
 * @param signature a PNG, black on white
 */
public record HandOver(
        String terminal,
        int technician,
        Instant begun,
        Instant made,
        String title,
        List<Section> sections,
        String signed,
        byte[] signature) {
    /** Keeps the list from changing. */
    public HandOver {
        sections = List.copyOf(sections);
    }

    @Override
    public String toString() {
        return "HandOver[" + terminal + ", " + made + "]";
    }

    /** Rows under a heading. */
    public record Section(String heading, List<Row> rows) {
        /** Keeps the list from changing. */
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** One line: what, how, and a mark that tells it without colour. */
    public record Row(Mark mark, String name, String words) {}

    /** How something is, told by its outline. */
    public enum Mark {
        /** A tick. */
        GOOD,
        /** An exclamation mark in a triangle. */
        ATTENTION,
        /** A cross. */
        BAD,
        /** Nothing. */
        NONE
    }

    /** How many rows bear a mark. */
    public long marked(Mark mark) {
        return sections.stream()
                .flatMap(it -> it.rows().stream())
                .filter(it -> it.mark() == mark)
                .count();
    }
}
