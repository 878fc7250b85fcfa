/** What something costs beside the least it could cost. */
@NullMarked
package kiosk.contracts.bench;

import org.jspecify.annotations.NullMarked;
