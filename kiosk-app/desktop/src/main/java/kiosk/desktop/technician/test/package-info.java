/** Guided tests: what a technician is asked to do at each part of the terminal, and what was found. */
@NullMarked
package kiosk.desktop.technician.test;

import org.jspecify.annotations.NullMarked;
