/** Document scanners reached over the network protocol of SANE. */
@NullMarked
package kiosk.drivers.scanner;

import org.jspecify.annotations.NullMarked;
