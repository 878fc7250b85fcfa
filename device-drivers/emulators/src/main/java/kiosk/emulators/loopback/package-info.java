/** A loopback port that serves as many clients as come. */
@NullMarked
package kiosk.emulators.loopback;

import org.jspecify.annotations.NullMarked;
