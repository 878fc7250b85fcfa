/** The world around a demo kiosk, in a process of its own: every device's far end, the line and the platform. */
@NullMarked
package kiosk.demo.world;

import org.jspecify.annotations.NullMarked;
