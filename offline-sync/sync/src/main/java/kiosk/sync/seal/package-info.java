/** Submissions made unreadable to everybody but the platform, before they touch the disk. */
@NullMarked
package kiosk.sync.seal;

import org.jspecify.annotations.NullMarked;
