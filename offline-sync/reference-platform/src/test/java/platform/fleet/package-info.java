/** The herd: all terminals of a province back after an outage, in virtual time and, fewer of them, over real sockets. */
@NullMarked
package platform.fleet;

import org.jspecify.annotations.NullMarked;
