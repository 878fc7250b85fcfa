/** What the terminal needs of the far side, assembled: the queue, its courier, the platform and the journal. */
@NullMarked
package kiosk.sync;

import org.jspecify.annotations.NullMarked;
