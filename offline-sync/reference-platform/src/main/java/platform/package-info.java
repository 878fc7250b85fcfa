/** A small provincial platform that speaks PLATFORM-API.md, for the demo and the tests. */
@NullMarked
package platform;

import org.jspecify.annotations.NullMarked;
