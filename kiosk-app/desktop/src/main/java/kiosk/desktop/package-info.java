/** The full-screen shell and the one place where all parts are introduced to each other. */
@NullMarked
package kiosk.desktop;

import org.jspecify.annotations.NullMarked;
