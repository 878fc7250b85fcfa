package kiosk.documents.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the sheet that lies before the scanner's lid: the largest thing that differs from the lid, if it is a filled rectangle of the
 * size of a card or more. A frame drawn on white paper is no sheet: what it encloses does not differ.
 */
final class SheetFinder {
    private static final double LEAST_SIDE_MILLIMETRES = 45;
    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final double RECTANGULAR = 0.93;
    private static final double FILLED = 0.6;
    private static final double WHOLE = 0.97;
    private static final int LEAST_DIFFERENCE = 5;
    private static final int MOST_DIFFERENCE = 40;

    private final Grey page;
    private final double leastSide;

    private SheetFinder(Grey page, double leastSide) {
        this.page = page;
        this.leastSide = leastSide;
    }

    /** The sheet; empty where it fills the picture, or does not show before the lid. */
    static Optional<Rectangle> in(Grey page, double dotsPerInch) {
        double least = LEAST_SIDE_MILLIMETRES / MILLIMETRES_AN_INCH * dotsPerInch;
        SheetFinder finder = new SheetFinder(page.smooth().smooth(), least);
        return finder.lids().stream()
                .map(finder::before)
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Rectangle::area));
    }

    /** A level the lid may have, and how far a dot must be from it to be none of the lid. */
    private record Lid(int level, int difference) {}

    /** The two commonest levels along the picture's edge, if either holds a good part of it. */
    private List<Lid> lids() {
        int[] counts = new int[256];
        int inset = Math.min(3, Math.min(page.width(), page.height()) / 4);
        for (int x = inset; x < page.width() - inset; x++) {
            counts[page.at(x, inset)]++;
            counts[page.at(x, page.height() - 1 - inset)]++;
        }
        for (int y = inset; y < page.height() - inset; y++) {
            counts[page.at(inset, y)]++;
            counts[page.at(page.width() - 1 - inset, y)]++;
        }
        int all = IntStream.of(counts).sum();
        List<Lid> lids = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            Lid lid = commonest(counts);
            int share = IntStream.range(lid.level - lid.difference, lid.level + lid.difference + 1)
                    .filter(it -> it >= 0 && it < 256)
                    .map(it -> counts[it])
                    .sum();
            if (share > all / 8) {
                lids.add(lid);
            }
            IntStream.rangeClosed(Math.max(0, lid.level - lid.difference), Math.min(255, lid.level + lid.difference))
                    .forEach(it -> counts[it] = 0);
        }
        return lids;
    }

    private static Lid commonest(int[] counts) {
        int level = 0;
        for (int it = 1; it < 256; it++) {
            level = weight(counts, it) > weight(counts, level) ? it : level;
        }
        int whole = around(counts, level, MOST_DIFFERENCE);
        int spread = 1;
        while (spread < MOST_DIFFERENCE && around(counts, level, spread) < 0.68 * whole) {
            spread++;
        }
        return new Lid(level, Math.max(LEAST_DIFFERENCE, Math.min(MOST_DIFFERENCE, 3 * spread)));
    }

    /** What lies next to a level counts for it, but less than the level itself. */
    private static int weight(int[] counts, int level) {
        return around(counts, level, 0) + around(counts, level, 1) + around(counts, level, 2);
    }

    private static int around(int[] counts, int level, int reach) {
        int sum = 0;
        for (int it = Math.max(0, level - reach); it <= Math.min(255, level + reach); it++) {
            sum += counts[it];
        }
        return sum;
    }

    private Optional<Rectangle> before(Lid lid) {
        boolean[] differs = new boolean[page.width() * page.height()];
        for (int i = 0; i < differs.length; i++) {
            differs[i] = Math.abs((page.levels()[i] & 255) - lid.level) > lid.difference;
        }
        Patches patches = new Patches(differs, page.width(), page.height());
        return patches.largest().flatMap(this::sheet);
    }

    private Optional<Rectangle> sheet(Patches.Patch patch) {
        if (patch.dots() < leastSide * leastSide) {
            return Optional.empty();
        }
        Hull hull = Hull.around(patch.outline());
        Rectangle rectangle = hull.smallestRectangle();
        boolean sheet = Math.min(rectangle.width(), rectangle.height()) >= leastSide
                && hull.area() >= RECTANGULAR * rectangle.area()
                && patch.dots() >= FILLED * rectangle.area();
        boolean fillsThePicture = rectangle.area() > WHOLE * page.width() * page.height();
        return sheet && !fillsThePicture ? Optional.of(rectangle) : Optional.empty();
    }
}
