/** A line that fails in every way a line can. */
@NullMarked
package kiosk.sync.fault;

import org.jspecify.annotations.NullMarked;
