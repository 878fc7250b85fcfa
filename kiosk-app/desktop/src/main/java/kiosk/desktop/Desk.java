package kiosk.desktop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import kiosk.catalogue.Catalogue;
import kiosk.desktop.frame.Look;
import kiosk.desktop.frame.Place;
import kiosk.desktop.widget.Texts;
import kiosk.visit.VisitEvent;

/**
 * What the screens work with.
 *
 * @param codes draws a text as a QR code: its modules, rows from the top
 */
public record Desk(
        Texts texts,
        Catalogue catalogue,
        Look look,
        Place place,
        Function<String, boolean[][]> codes,
        Clock clock,
        Finger finger) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What a touch leads to. */
    public interface Finger {
        /**
         * Tells the visit of a touch, in order; what comes between this and the next picture is ignored, so that an action
         * happens once for each picture however often it is touched.
         */
        void tell(VisitEvent... events);

        /** Draws the step again: something that only the screen knows has changed. */
        void redraw();
    }

    /** Words in the language spoken now. */
    public String say(String key, Object... parts) {
        return texts.say(key, parts);
    }

    /** Today, where the terminal stands. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /** Whether the screen is wider than high. */
    public boolean landscape() {
        return look.shape() == Look.Shape.LANDSCAPE;
    }

    /** Tells the visit of a touch. */
    public void tell(VisitEvent... events) {
        finger.tell(events);
    }

    /** Draws the step again. */
    public void redraw() {
        finger.redraw();
    }
}
