/** What the kernel says when something is plugged in or pulled out. */
@NullMarked
package kiosk.drivers.hotplug;

import org.jspecify.annotations.NullMarked;
