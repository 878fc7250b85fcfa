package kiosk.desktop.technician.test;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kiosk.desktop.technician.test.GuidedTest.Finding;

/**
 * Which cells of the screen a finger has reached, edges included; what stays untouched is a dead zone. Afterwards two fingers lie on two
 * squares: a touch that the screen reports anywhere else is a ghost.
 */
final class TouchGrid {
    private static final int MOST_NAMED = 20;

    private final int columns;
    private final int rows;
    private final BitSet reached = new BitSet();
    private int ghosts;
    private int fingers;

    TouchGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** A finger is at that part of the width and height, both 0 to 1; whether it reached a cell it had not reached before. */
    boolean touch(double x, double y) {
        int column = Math.min(columns - 1, Math.max(0, (int) (x * columns)));
        int row = Math.min(rows - 1, Math.max(0, (int) (y * rows)));
        int cell = row * columns + column;
        boolean fresh = !reached.get(cell);
        reached.set(cell);
        return fresh;
    }

    boolean isReached(int cell) {
        return reached.get(cell);
    }

    boolean whole() {
        return reached.cardinality() == columns * rows;
    }

    /** The cells no finger was seen in. */
    List<Integer> dead() {
        return IntStream.range(0, columns * rows)
                .filter(it -> !reached.get(it))
                .boxed()
                .toList();
    }

    /** While two fingers lie on their squares, so many points are reported, and one of them in neither square or not. */
    void pressed(int points, boolean outside) {
        fingers = Math.max(fingers, points);
        ghosts += outside ? 1 : 0;
    }

    /** A screen that reports one finger alone is good enough; one that reports fingers where none are is not. */
    Finding finding() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("cells", (long) columns * rows);
        figures.put("dead-cells", (long) dead().size());
        figures.put("ghosts", (long) ghosts);
        figures.put("fingers", (long) fingers);
        dead().stream()
                .limit(MOST_NAMED)
                .forEach(it -> figures.put("dead-row-" + (it / columns + 1) + "-column-" + (it % columns + 1), 1L));
        return Finding.of(whole() && ghosts == 0, figures);
    }
}
