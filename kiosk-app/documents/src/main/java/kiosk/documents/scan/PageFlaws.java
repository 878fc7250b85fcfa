package kiosk.documents.scan;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import kiosk.submission.PageFlaw;

/** What is wrong with a page that has been set straight. */
final class PageFlaws {
    /** Print has 0.03 and more; at this, strokes of print of 10 points run into one another. */
    static final double SHARP = 0.006;

    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final double CELL_MILLIMETRES = 5;
    private static final int LEAST_INK = 6;
    private static final int LEAST_CELLS = 2;
    private static final int DARK_PAPER = 120;
    /** How many dots deep the edge is: a stroke may end between two characters. */
    private static final int BAND = 3;

    private static final int RUNS_OVER_THE_EDGE = 4;
    private static final double LONGEST_RUN_MILLIMETRES = 8;

    private final double dotsPerMillimetre;

    /** @param dotsPerInch of the small picture flaws are looked for in */
    PageFlaws(double dotsPerInch) {
        dotsPerMillimetre = dotsPerInch / MILLIMETRES_AN_INCH;
    }

    /** @param fine the same page in full, for how sharp it is */
    Set<PageFlaw> of(Grey small, Ink ink, Grey fine) {
        int cell = (int) Math.max(4, Math.round(CELL_MILLIMETRES * dotsPerMillimetre));
        if (small.level(0.9, 0, 0, small.width(), small.height()) < DARK_PAPER) {
            return EnumSet.of(PageFlaw.DARK);
        }
        if (ink.writtenCells(cell, cell, LEAST_INK) < LEAST_CELLS) {
            return EnumSet.of(PageFlaw.BLANK);
        }
        return Sharpness.of(fine) < SHARP ? EnumSet.of(PageFlaw.BLURRED) : EnumSet.noneOf(PageFlaw.class);
    }

    /** Whether writing runs over an edge of the picture as it was scanned: several short strokes cut through by it. */
    boolean runsOver(Ink ink) {
        int right = ink.width() - BAND;
        int bottom = ink.height() - BAND;
        return runs(ink.height(), at -> inked(ink, 0, at, BAND, 1)) >= RUNS_OVER_THE_EDGE
                || runs(ink.height(), at -> inked(ink, right, at, BAND, 1)) >= RUNS_OVER_THE_EDGE
                || runs(ink.width(), at -> inked(ink, at, 0, 1, BAND)) >= RUNS_OVER_THE_EDGE
                || runs(ink.width(), at -> inked(ink, at, bottom, 1, BAND)) >= RUNS_OVER_THE_EDGE;
    }

    private static boolean inked(Ink ink, int left, int top, int across, int down) {
        boolean inked = false;
        for (int i = 0; i < across * down; i++) {
            inked |= ink.at(left + i % across, top + i / across);
        }
        return inked;
    }

    private int runs(int length, IntPredicate inked) {
        int longest = (int) Math.round(LONGEST_RUN_MILLIMETRES * dotsPerMillimetre);
        int runs = 0;
        int run = 0;
        for (int at = 0; at < length; at++) {
            if (inked.test(at)) {
                run++;
            } else {
                runs += run > 0 && run <= longest ? 1 : 0;
                run = 0;
            }
        }
        return runs;
    }
}
