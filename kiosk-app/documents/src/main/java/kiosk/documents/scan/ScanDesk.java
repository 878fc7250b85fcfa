package kiosk.documents.scan;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.submission.PageDesk;
import kiosk.submission.PageFlaw;

/** Looks scanned pages over by plain computation on their dots. Safe for use by several threads. */
public final class ScanDesk implements PageDesk {
    /** How long a page may be where the settings do not say. */
    public static final int USUAL_BYTES = 1_000_000;

    private static final int SMALL_DOTS_AN_INCH = 100;
    private static final int FINE_DOTS_AN_INCH = 200;
    private static final double WORTH_TURNING = 0.25;
    private static final double LID_MILLIMETRES = 0.4;
    private static final double BEYOND_MILLIMETRES = 3;
    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final int LEAST_DOTS_AN_INCH = 50;

    private final int mostBytes;

    /** A desk whose pages are no longer than this. */
    public ScanDesk(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public Look look(ScannedPage raw) throws InterruptedException {
        Optional<PageImage.Opened> opened =
                raw.dotsPerInch() < LEAST_DOTS_AN_INCH ? Optional.empty() : PageImage.open(raw.jpeg());
        return opened.isPresent() ? look(raw, opened.get()) : new Look(raw, Set.of(PageFlaw.DAMAGED));
    }

    private Look look(ScannedPage raw, PageImage.Opened opened) throws InterruptedException {
        int dotsPerInch = raw.dotsPerInch() / opened.each();
        Placed placed = place(opened.image(), dotsPerInch);
        goOn();
        int factor = factor(dotsPerInch, SMALL_DOTS_AN_INCH);
        Grey small = Grey.of(placed.image, factor);
        Grey fine = Grey.of(placed.image, factor(dotsPerInch, FINE_DOTS_AN_INCH));
        PageFlaws eye = new PageFlaws((double) dotsPerInch / factor);
        Set<PageFlaw> flaws = EnumSet.noneOf(PageFlaw.class);
        flaws.addAll(placed.flaws);
        flaws.addAll(eye.of(small, Ink.of(small), fine));
        if (flaws.contains(PageFlaw.BLANK)) {
            return new Look(raw, Set.of(PageFlaw.BLANK));
        }
        goOn();
        List<PageCode> codes = CodeReader.on(Grey.of(placed.image, 1), dotsPerInch);
        return small(raw, dotsPerInch, placed, codes)
                .map(page -> new Look(page, flaws))
                .orElseGet(() -> new Look(raw, Set.of(PageFlaw.TOO_LARGE)));
    }

    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static int factor(int dotsPerInch, int wanted) {
        return Math.max(1, (int) Math.round((double) dotsPerInch / wanted));
    }

    /** A page that lay as it should and is short enough keeps the bytes it came with. */
    private Optional<ScannedPage> small(ScannedPage raw, int dotsPerInch, Placed placed, List<PageCode> codes)
            throws InterruptedException {
        if (!placed.changed && raw.jpeg().length <= mostBytes) {
            return Optional.of(new ScannedPage(raw.jpeg(), raw.width(), raw.height(), raw.dotsPerInch(), codes));
        }
        return new JpegSize(mostBytes)
                .of(placed.image, dotsPerInch)
                .map(it -> new ScannedPage(it.jpeg(), it.width(), it.height(), it.dotsPerInch(), codes));
    }

    /** A page set straight, and what was seen of how it lay. */
    private record Placed(BufferedImage image, boolean changed, Set<PageFlaw> flaws) {}

    private static Placed place(BufferedImage image, int dotsPerInch) throws InterruptedException {
        int factor = factor(dotsPerInch, SMALL_DOTS_AN_INCH);
        double dots = (double) dotsPerInch / factor;
        Grey small = Grey.of(image, factor);
        Optional<Rectangle> sheet = SheetFinder.in(small, dots);
        goOn();
        Ink ink = Ink.of(small);
        Set<PageFlaw> flaws = EnumSet.noneOf(PageFlaw.class);
        if (new PageFlaws(dots).runsOver(ink)) {
            flaws.add(PageFlaw.CUT_OFF);
        }
        return sheet.isPresent()
                ? placedBySheet(image, sheet.get(), factor, dots, flaws)
                : placedByText(image, TextSkew.of(ink), flaws);
    }

    private static Placed placedBySheet(
            BufferedImage image, Rectangle sheet, int factor, double dots, Set<PageFlaw> flaws) {
        double millimetre = dots / MILLIMETRES_AN_INCH;
        double beyond = sheet.beyond(image.getWidth() / factor, image.getHeight() / factor);
        if (beyond > BEYOND_MILLIMETRES * millimetre) {
            flaws.add(PageFlaw.CUT_OFF);
        }
        Rectangle within = sheet.inset(LID_MILLIMETRES * millimetre).times(factor);
        return new Placed(PageImage.cut(image, within), true, flaws);
    }

    private static Placed placedByText(BufferedImage image, double skew, Set<PageFlaw> flaws) {
        if (Math.abs(skew) >= TextSkew.MOST) {
            flaws.add(PageFlaw.CROOKED);
        }
        if (Math.abs(skew) < WORTH_TURNING || Math.abs(skew) >= TextSkew.MOST) {
            return new Placed(image, false, flaws);
        }
        Rectangle frame = new Rectangle(
                image.getWidth() / 2.0, image.getHeight() / 2.0, image.getWidth(), image.getHeight(), skew);
        return new Placed(PageImage.cut(image, frame), true, flaws);
    }

    @Override
    public byte[] bind(List<ScannedPage> pages) {
        return PageBinder.bind(pages);
    }
}
