/** Submissions on disk before they are on the wire, and their way to the platform. */
@NullMarked
package kiosk.sync;

import org.jspecify.annotations.NullMarked;
