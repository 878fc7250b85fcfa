/** What every device of a kind must do, whoever makes it. */
@NullMarked
package kiosk.contracts;

import org.jspecify.annotations.NullMarked;
