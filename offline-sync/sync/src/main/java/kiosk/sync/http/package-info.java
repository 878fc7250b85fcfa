/** HTTP/1.1 to one place, asked by the thread that waits, over connections that can be cut off at any moment. What an answer means is told at {@code wire}. */
@NullMarked
package kiosk.sync.http;

import org.jspecify.annotations.NullMarked;
