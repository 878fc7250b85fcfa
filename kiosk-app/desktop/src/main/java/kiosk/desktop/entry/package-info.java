/** Everything by which a citizen enters a value with a finger: keyboards, tiles, dates, places, a signature. */
@NullMarked
package kiosk.desktop.entry;

import org.jspecify.annotations.NullMarked;
