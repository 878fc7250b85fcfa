/** What can still be read of a damaged database. */
@NullMarked
package kiosk.sync.salvage;

import org.jspecify.annotations.NullMarked;
