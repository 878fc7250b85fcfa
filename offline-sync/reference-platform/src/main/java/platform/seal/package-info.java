/** Opening the sealed containers that terminals send. */
@NullMarked
package platform.seal;

import org.jspecify.annotations.NullMarked;
