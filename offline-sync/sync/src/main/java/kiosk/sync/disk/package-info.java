/** Files that a loss of power leaves whole or not there at all. */
@NullMarked
package kiosk.sync.disk;

import org.jspecify.annotations.NullMarked;
