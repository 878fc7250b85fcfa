/** What every screen stands in: header, step bar, time left, the bar at the foot, and what opens over them. */
@NullMarked
package kiosk.desktop.frame;

import org.jspecify.annotations.NullMarked;
