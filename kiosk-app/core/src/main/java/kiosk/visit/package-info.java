/** One citizen's visit as a value, the events that move it and the effects it asks for. */
@NullMarked
package kiosk.visit;

import org.jspecify.annotations.NullMarked;
