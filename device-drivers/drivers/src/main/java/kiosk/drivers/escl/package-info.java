/** Document scanners reached over eSCL. */
@NullMarked
package kiosk.drivers.escl;

import org.jspecify.annotations.NullMarked;
