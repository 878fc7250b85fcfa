/** Accepting submissions exactly once, and what becomes of them. */
@NullMarked
package platform.submission;

import org.jspecify.annotations.NullMarked;
