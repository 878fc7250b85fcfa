/** The disk is full at any moment. */
@NullMarked
package kiosk.sync.full;

import org.jspecify.annotations.NullMarked;
