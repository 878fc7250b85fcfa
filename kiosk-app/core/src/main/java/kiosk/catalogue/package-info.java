/** The service items a terminal offers, as data. */
@NullMarked
package kiosk.catalogue;

import org.jspecify.annotations.NullMarked;
