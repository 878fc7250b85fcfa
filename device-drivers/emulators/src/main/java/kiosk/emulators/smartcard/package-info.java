/** A social-security card, the reader it is put into and the service behind the reader. */
@NullMarked
package kiosk.emulators.smartcard;

import org.jspecify.annotations.NullMarked;
