/** QR codes and barcodes from scanners on a serial line. */
@NullMarked
package kiosk.drivers.code;

import org.jspecify.annotations.NullMarked;
