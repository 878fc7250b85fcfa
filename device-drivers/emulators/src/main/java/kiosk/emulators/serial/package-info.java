/** The far end of a serial cable: a pseudo terminal and the pace of its bytes. */
@NullMarked
package kiosk.emulators.serial;

import org.jspecify.annotations.NullMarked;
