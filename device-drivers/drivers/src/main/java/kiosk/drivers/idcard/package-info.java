/** Resident identity cards and their kin over the SDT protocol of the police's security module (GA 450, GA 467, GA 490). */
@NullMarked
package kiosk.drivers.idcard;

import org.jspecify.annotations.NullMarked;
