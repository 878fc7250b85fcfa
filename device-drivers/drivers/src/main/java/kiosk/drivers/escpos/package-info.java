/** The receipt printer that speaks ESC/POS, over a serial line or over TCP. */
@NullMarked
package kiosk.drivers.escpos;

import org.jspecify.annotations.NullMarked;
