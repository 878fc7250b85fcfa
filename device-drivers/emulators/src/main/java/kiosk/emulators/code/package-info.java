/** The far end of a code scanner's line: a scanner before which codes are held. */
@NullMarked
package kiosk.emulators.code;

import org.jspecify.annotations.NullMarked;
