/** The parts screens are made of: words, buttons, tiles, drawings. */
@NullMarked
package kiosk.desktop.widget;

import org.jspecify.annotations.NullMarked;
