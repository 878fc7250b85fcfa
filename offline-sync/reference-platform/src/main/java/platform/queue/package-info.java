/** Whose turn it is when every terminal comes back at once. */
@NullMarked
package platform.queue;

import org.jspecify.annotations.NullMarked;
