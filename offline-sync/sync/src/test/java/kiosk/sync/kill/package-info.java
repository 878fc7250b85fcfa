/** The process ends at any moment, as by kill -9. */
@NullMarked
package kiosk.sync.kill;

import org.jspecify.annotations.NullMarked;
