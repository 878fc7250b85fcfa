/** What a citizen hands in, its numbers, and the queue that must not lose it. */
@NullMarked
package kiosk.submission;

import org.jspecify.annotations.NullMarked;
