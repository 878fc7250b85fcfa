package kiosk.desktop;

import kiosk.catalogue.Surroundings;
import kiosk.desktop.frame.Picture;
import kiosk.visit.Visit;

/**
 * Draws one step of a visit. An instance lives as long as the visit stays at the step, and may remember what only the screen knows:
 * which page is open, what is half typed.
 *
 * @param <V> the step
 */
public interface Screen<V extends Visit> {
    /** The step as it is now. */
    Picture draw(V visit, Surroundings surroundings);

    /** The visit has gone on to another step: what the screen began by itself is broken off. */
    default void left() {}
}
