/** What the parsers of this end are fed when no fuzzer runs. */
@NullMarked
package kiosk.sync.fuzz;

import org.jspecify.annotations.NullMarked;
