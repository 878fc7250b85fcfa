/** In-memory twins of every port, and the fictional people and items that the tests of core share. */
@NullMarked
package kiosk.twin;

import org.jspecify.annotations.NullMarked;
