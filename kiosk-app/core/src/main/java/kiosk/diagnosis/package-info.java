/** What is wrong with this terminal, most probably: named from how all its devices, its line and its host are together. */
@NullMarked
package kiosk.diagnosis;

import org.jspecify.annotations.NullMarked;
