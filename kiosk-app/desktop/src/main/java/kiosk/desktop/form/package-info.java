/** The screen on which a citizen fills an item's form, one decision a page. */
@NullMarked
package kiosk.desktop.form;

import org.jspecify.annotations.NullMarked;
