/** All devices looked at together, as the home screen's health board has them. */
@NullMarked
package kiosk.drivers.board;

import org.jspecify.annotations.NullMarked;
