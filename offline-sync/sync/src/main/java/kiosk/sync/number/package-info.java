/** The numbers that a terminal gives, none of them twice. */
@NullMarked
package kiosk.sync.number;

import org.jspecify.annotations.NullMarked;
