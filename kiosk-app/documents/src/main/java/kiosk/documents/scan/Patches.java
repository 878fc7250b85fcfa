package kiosk.documents.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The connected patches of marked dots in a picture. */
final class Patches {
    private final boolean[] marked;
    private final int width;
    private final int height;
    private final int[] queue;

    /** The array is the patches' own from now on. */
    Patches(boolean[] marked, int width, int height) {
        this.marked = marked;
        this.width = width;
        this.height = height;
        this.queue = new int[marked.length];
    }

    /** A patch: how many dots it has, and the first and last of every row. */
    record Patch(int dots, List<double[]> outline) {}

    Optional<Patch> largest() {
        Optional<Patch> largest = Optional.empty();
        for (int start = 0; start < marked.length; start++) {
            if (marked[start]) {
                int dots = collect(start);
                if (dots > largest.map(Patch::dots).orElse(0)) {
                    largest = Optional.of(new Patch(dots, outline(dots)));
                }
            }
        }
        return largest;
    }

    /** Takes a patch out of the picture and into the queue. */
    private int collect(int start) {
        int end = 0;
        queue[end++] = start;
        marked[start] = false;
        for (int next = 0; next < end; next++) {
            int dot = queue[next];
            int x = dot % width;
            end = x > 0 ? take(dot - 1, end) : end;
            end = x < width - 1 ? take(dot + 1, end) : end;
            end = dot >= width ? take(dot - width, end) : end;
            end = dot + width < marked.length ? take(dot + width, end) : end;
        }
        return end;
    }

    private int take(int dot, int end) {
        if (!marked[dot]) {
            return end;
        }
        marked[dot] = false;
        queue[end] = dot;
        return end + 1;
    }

    private List<double[]> outline(int dots) {
        int[] first = new int[height];
        int[] last = new int[height];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, -1);
        for (int i = 0; i < dots; i++) {
            int row = queue[i] / width;
            first[row] = Math.min(first[row], queue[i] % width);
            last[row] = Math.max(last[row], queue[i] % width);
        }
        List<double[]> outline = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            if (last[row] >= 0) {
                outline.add(new double[] {first[row], row});
                outline.add(new double[] {first[row], row + 1});
                outline.add(new double[] {last[row] + 1, row});
                outline.add(new double[] {last[row] + 1, row + 1});
            }
        }
        return outline;
    }
}
