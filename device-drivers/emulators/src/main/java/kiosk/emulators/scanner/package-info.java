/** A document scanner and the saned in front of it. */
@NullMarked
package kiosk.emulators.scanner;

import org.jspecify.annotations.NullMarked;
