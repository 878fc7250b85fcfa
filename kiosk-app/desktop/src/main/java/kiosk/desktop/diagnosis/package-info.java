/** The examination of a terminal for whoever looks for its fault: asked for through the shell's door, judged, and told in words or for a script. */
@NullMarked
package kiosk.desktop.diagnosis;

import org.jspecify.annotations.NullMarked;
