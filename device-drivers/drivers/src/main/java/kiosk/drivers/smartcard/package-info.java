/** Social-security cards over PC/SC. */
@NullMarked
package kiosk.drivers.smartcard;

import org.jspecify.annotations.NullMarked;
