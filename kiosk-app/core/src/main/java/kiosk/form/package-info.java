/** A form being filled: its values, where each came from, and what is still wrong with it. */
@NullMarked
package kiosk.form;

import org.jspecify.annotations.NullMarked;
