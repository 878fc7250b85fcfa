/** What becomes of the devices over months: counted, noted, tested, and what is left of their paper. */
@NullMarked
package kiosk.upkeep;

import org.jspecify.annotations.NullMarked;
