/** The keys that a terminal is known by, and where they lie. */
@NullMarked
package kiosk.sync.keys;

import org.jspecify.annotations.NullMarked;
