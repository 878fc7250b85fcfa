/** What is shipped to a terminal. */
@NullMarked
package kiosk.installer;

import org.jspecify.annotations.NullMarked;
