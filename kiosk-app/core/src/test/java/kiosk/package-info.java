/** Rules that hold over the whole of core. */
@NullMarked
package kiosk;

import org.jspecify.annotations.NullMarked;
