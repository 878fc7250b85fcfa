/** Serial lines by jSerialComm, with waits of our own: every one ends. */
@NullMarked
package kiosk.drivers.serial;

import org.jspecify.annotations.NullMarked;
