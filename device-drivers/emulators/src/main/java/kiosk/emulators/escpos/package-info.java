/** A receipt printer on the far end of a serial cable or a TCP connection: it prints tickets from ESC/POS into pictures. */
@NullMarked
package kiosk.emulators.escpos;

import org.jspecify.annotations.NullMarked;
