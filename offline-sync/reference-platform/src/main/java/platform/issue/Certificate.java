package platform.issue;

import java.util.List;

/** What a document says: a title, lines of label and value, a table, notes, and who says so. */
record Certificate(String title, String issuer, List<Line> lines, Table table, List<String> notes) {

    Certificate {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** A label and its value. */
    record Line(String label, String value) {}

    /** Rows under a row of heads; without heads there is no table. */
    record Table(List<String> heads, List<List<String>> rows) {
        static final Table NONE = new Table(List.of(), List.of());

        Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String toString() {
        return "Certificate[" + title + "]";
    }
}
