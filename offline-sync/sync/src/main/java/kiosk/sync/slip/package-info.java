/** The codes that prove slips without network: how they are made, and how genuine ones are told from forged ones. */
@NullMarked
package kiosk.sync.slip;

import org.jspecify.annotations.NullMarked;
