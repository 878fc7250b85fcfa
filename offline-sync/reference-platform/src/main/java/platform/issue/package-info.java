/** Certificates: what they say, how they look, when they are made. */
@NullMarked
package platform.issue;

import org.jspecify.annotations.NullMarked;
