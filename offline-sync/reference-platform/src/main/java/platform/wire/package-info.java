/** What every request, answer and error of the wire has in common. */
@NullMarked
package platform.wire;

import org.jspecify.annotations.NullMarked;
