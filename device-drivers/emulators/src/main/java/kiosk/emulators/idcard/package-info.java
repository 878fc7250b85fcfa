/** The far end of an identity-card reader's line: a security module that speaks SDT frames, and the cards to lay on it. */
@NullMarked
package kiosk.emulators.idcard;

import org.jspecify.annotations.NullMarked;
