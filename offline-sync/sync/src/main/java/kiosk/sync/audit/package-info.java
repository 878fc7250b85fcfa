/** What can be looked at, verified and carried away beside the running program, without its lock. */
@NullMarked
package kiosk.sync.audit;

import org.jspecify.annotations.NullMarked;
