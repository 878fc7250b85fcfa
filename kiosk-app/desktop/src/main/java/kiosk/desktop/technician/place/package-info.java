/** Finding a device again at another port: unplug it, plug it in, and what is new is where it is. */
@NullMarked
package kiosk.desktop.technician.place;

import org.jspecify.annotations.NullMarked;
