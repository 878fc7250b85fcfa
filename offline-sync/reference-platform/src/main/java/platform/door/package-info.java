/** The doors requests come through, with their moods, and the way from there to a desk. */
@NullMarked
package platform.door;

import org.jspecify.annotations.NullMarked;
