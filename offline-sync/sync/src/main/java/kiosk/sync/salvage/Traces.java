package kiosk.sync.salvage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The numbers of all entries of which a damaged store has a trace: a row, a line in an index, or something sealed. The last page of a
 * table was written last and is the likeliest to be damaged; then the others know how far it went.
 */
public record Traces(SortedSet<Long> seqs) {
    /** More entries than unreadable pages beside each other have. */
    private static final int WIDEST_GAP = 4096;

    /** The traces in that database. */
    public static Traces in(Wreck wreck) {
        SortedSet<Long> seqs = new TreeSet<>();
        Wreck.Each trace = row -> seqs.add(row.getLong(1));
        wreck.each("SELECT seq FROM entry NOT INDEXED", "seq", trace);
        wreck.each("SELECT seq FROM entry", "id", trace);
        wreck.each("SELECT seq FROM sealed", "seq", trace);
        wreck.each("SELECT seq FROM part", "seq", trace);
        seqs.removeIf(seq -> seq <= 0);
        return new Traces(seqs);
    }

    /** With those that may lie between: a page can be read by a row's number though the two beside it cannot. */
    public List<Long> withTheGaps() {
        List<Long> all = new ArrayList<>();
        long before = 0;
        for (long seq : seqs) {
            for (long between = before + 1; between < seq && seq - before <= WIDEST_GAP; between++) {
                all.add(between);
            }
            all.add(seq);
            before = seq;
        }
        return all;
    }
}
