/** One screen for each step of a visit. */
@NullMarked
package kiosk.desktop.screen;

import org.jspecify.annotations.NullMarked;
