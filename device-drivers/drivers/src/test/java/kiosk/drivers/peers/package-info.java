/** The real far ends of the drivers, started by the tests: stacks that nobody here wrote, on loopback or in a folder of their own. */
@NullMarked
package kiosk.drivers.peers;

import org.jspecify.annotations.NullMarked;
