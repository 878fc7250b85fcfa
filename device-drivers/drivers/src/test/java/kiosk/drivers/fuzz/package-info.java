/** Feeds the parsers what no device should send. */
@NullMarked
package kiosk.drivers.fuzz;

import org.jspecify.annotations.NullMarked;
