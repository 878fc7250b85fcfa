/** The way of what waits on disk to the platform. */
@NullMarked
package kiosk.sync.courier;

import org.jspecify.annotations.NullMarked;
