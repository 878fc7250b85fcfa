/** The board of all devices, and a page for each: how it is, what it says of itself, what it did, and how the last week went. */
@NullMarked
package kiosk.desktop.technician.board;

import org.jspecify.annotations.NullMarked;
