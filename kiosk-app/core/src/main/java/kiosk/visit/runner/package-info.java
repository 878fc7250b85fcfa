/** Moves the one current visit: performs its effects through the ports and feeds the answers back. */
@NullMarked
package kiosk.visit.runner;

import org.jspecify.annotations.NullMarked;
