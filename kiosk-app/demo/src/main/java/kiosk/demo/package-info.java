/** The whole kiosk with emulated devices and a reference platform, and its rehearsal. */
@NullMarked
package kiosk.demo;

import org.jspecify.annotations.NullMarked;
