/** Being told that something was plugged in. */
@NullMarked
package kiosk.device.plug;

import org.jspecify.annotations.NullMarked;
