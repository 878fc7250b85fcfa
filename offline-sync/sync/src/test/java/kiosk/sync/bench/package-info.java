/** How fast the queue is, beside the least that disk and wire allow and beside the queues of others. */
@NullMarked
package kiosk.sync.bench;

import org.jspecify.annotations.NullMarked;
