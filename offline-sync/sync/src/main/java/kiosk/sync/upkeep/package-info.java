/** The book of the devices, kept on disk in a file of its own. */
@NullMarked
package kiosk.sync.upkeep;

import org.jspecify.annotations.NullMarked;
