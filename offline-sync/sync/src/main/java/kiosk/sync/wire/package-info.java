/** The platform's wire, version 2, as the terminal speaks it: PLATFORM-API.md. */
@NullMarked
package kiosk.sync.wire;

import org.jspecify.annotations.NullMarked;
