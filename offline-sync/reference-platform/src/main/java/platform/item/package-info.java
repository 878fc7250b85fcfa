/** The items the platform offers, and its own rules for them. */
@NullMarked
package platform.item;

import org.jspecify.annotations.NullMarked;
