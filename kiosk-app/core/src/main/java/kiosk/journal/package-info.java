/** What happened on this terminal, by event id; it takes no text. */
@NullMarked
package kiosk.journal;

import org.jspecify.annotations.NullMarked;
