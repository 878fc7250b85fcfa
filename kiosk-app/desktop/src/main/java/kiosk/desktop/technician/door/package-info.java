/** How a technician comes in: a hidden knock, a PIN together with a one-time code, and a lock against guessing. */
@NullMarked
package kiosk.desktop.technician.door;

import org.jspecify.annotations.NullMarked;
