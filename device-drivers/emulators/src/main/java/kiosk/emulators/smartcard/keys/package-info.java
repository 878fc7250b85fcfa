/** The keys of a model province, and the HSM that holds them. */
@NullMarked
package kiosk.emulators.smartcard.keys;

import org.jspecify.annotations.NullMarked;
