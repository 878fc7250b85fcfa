/** The examination of a terminal for whoever looks for its fault: gathered, judged, and told in words or for a script. */
@NullMarked
package kiosk.desktop.diagnosis;

import org.jspecify.annotations.NullMarked;
