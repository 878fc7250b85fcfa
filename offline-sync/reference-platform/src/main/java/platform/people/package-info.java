/** The people the province knows, and how they prove who they are. */
@NullMarked
package platform.people;

import org.jspecify.annotations.NullMarked;
