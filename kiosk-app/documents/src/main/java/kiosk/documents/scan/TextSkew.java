package kiosk.documents.scan;

import java.util.Arrays;

/**
 * How far the lines of writing are turned, by the projection profile: seen along the lines, rows are full or empty, and the sum of
 * the squared differences between neighbouring rows is the greatest.
 */
final class TextSkew {
    /** What is turned farther is not found. */
    static final double MOST = 15;

    private static final int MOST_DOTS = 60_000;
    private static final int LEAST_DOTS = 300;
    /** The margin, where shadows lie, as a part of the page. */
    private static final int MARGIN = 40;

    private static final double STEP = 1;
    private static final double FINE_STEP = 0.1;
    private static final double CLEARLY = 1.25;

    private final int[] dots;
    private final int[] rows;
    private final double reach;

    private TextSkew(Ink ink) {
        dots = ink.dots(MOST_DOTS, Math.min(ink.width(), ink.height()) / MARGIN);
        reach = Math.hypot(ink.width(), ink.height());
        rows = new int[(int) (2 * reach) + 2];
    }

    /** Degrees clockwise; 0 where no lines of writing are seen. */
    static double of(Ink ink) {
        TextSkew skew = new TextSkew(ink);
        return skew.dots.length < 2 * LEAST_DOTS ? 0 : skew.angle();
    }

    private double angle() {
        double[] scores = new double[(int) (2 * MOST / STEP) + 1];
        int best = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(-MOST + i * STEP);
            best = scores[i] > scores[best] ? i : best;
        }
        double found = finely(-MOST + best * STEP);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return score(found) > CLEARLY * sorted[sorted.length / 2] ? found : 0;
    }

    private double finely(double about) {
        double best = about;
        double most = 0;
        for (int step = -10; step <= 10; step++) {
            double angle = about + step * FINE_STEP;
            double score = score(angle);
            if (score > most) {
                most = score;
                best = angle;
            }
        }
        return best;
    }

    private double score(double degrees) {
        Arrays.fill(rows, 0);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        for (int i = 0; i < dots.length; i += 2) {
            rows[(int) (dots[i + 1] * cos - dots[i] * sin + reach)]++;
        }
        double sum = 0;
        for (int row = 1; row < rows.length; row++) {
            double step = rows[row] - rows[row - 1];
            sum += step * step;
        }
        return sum;
    }
}
