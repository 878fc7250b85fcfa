/** Submissions on disk before they are on the wire, and the journal beside them. */
@NullMarked
package kiosk.sync.store;

import org.jspecify.annotations.NullMarked;
