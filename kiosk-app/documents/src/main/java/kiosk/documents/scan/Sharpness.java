package kiosk.documents.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How sharp the writing is: the variance of the Laplacian against the square of the contrast, in tiles that are written on. What the
 * tiles without writing have is grain, and does not count.
 */
final class Sharpness {
    private static final int TILE = 32;
    private static final int CONTRAST = 50;
    private static final int FLAT = 30;
    private static final int LEAST_TILES = 4;

    private final Grey page;
    private final List<double[]> written = new ArrayList<>();
    private final List<Double> grain = new ArrayList<>();

    private Sharpness(Grey page) {
        this.page = page.smooth();
    }

    /** About 0.03 and more for print; a great number where too little is written to say. */
    static double of(Grey page) {
        Sharpness sharpness = new Sharpness(page);
        for (int top = 1; top + TILE < page.height(); top += TILE) {
            for (int left = 1; left + TILE < page.width(); left += TILE) {
                sharpness.measure(left, top);
            }
        }
        return sharpness.result();
    }

    private void measure(int left, int top) {
        int light = page.level(0.98, left, top, left + TILE, top + TILE);
        int dark = page.level(0.02, left, top, left + TILE, top + TILE);
        double variance = varianceOfLaplacian(left, top);
        if (light - dark >= CONTRAST) {
            written.add(new double[] {variance, light - dark});
        } else if (light - dark <= FLAT) {
            grain.add(variance);
        }
    }

    private double varianceOfLaplacian(int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + TILE; y++) {
            for (int x = left; x < left + TILE; x++) {
                int laplacian = page.at(x - 1, y)
                        + page.at(x + 1, y)
                        + page.at(x, y - 1)
                        + page.at(x, y + 1)
                        - 4 * page.at(x, y);
                sum += laplacian;
                squares += (double) laplacian * laplacian;
            }
        }
        double mean = sum / (TILE * TILE);
        return squares / (TILE * TILE) - mean * mean;
    }

    private double result() {
        if (written.size() < LEAST_TILES) {
            return Double.MAX_VALUE;
        }
        Collections.sort(grain);
        double noise = grain.isEmpty() ? 0 : grain.get(grain.size() / 2);
        List<Double> sharp = new ArrayList<>();
        for (double[] tile : written) {
            sharp.add(Math.max(0, tile[0] - noise) / (tile[1] * tile[1]));
        }
        Collections.sort(sharp);
        return sharp.get(sharp.size() * 3 / 4);
    }
}
