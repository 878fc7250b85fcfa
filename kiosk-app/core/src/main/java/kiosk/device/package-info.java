/** The devices a terminal drives, as ports that carry their outcomes. */
@NullMarked
package kiosk.device;

import org.jspecify.annotations.NullMarked;
