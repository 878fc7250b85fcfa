/** The platform's wire, version 1, as the terminal speaks it: PLATFORM-API.md. */
@NullMarked
package kiosk.sync.wire;

import org.jspecify.annotations.NullMarked;
