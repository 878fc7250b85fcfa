/** What is left on the disk when the power goes at any moment. */
@NullMarked
package kiosk.sync.power;

import org.jspecify.annotations.NullMarked;
