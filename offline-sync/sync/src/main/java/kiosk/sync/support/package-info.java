/** What a terminal tells its vendor's support: no person, no value of its settings, and readable by the vendor alone. */
@NullMarked
package kiosk.sync.support;

import org.jspecify.annotations.NullMarked;
