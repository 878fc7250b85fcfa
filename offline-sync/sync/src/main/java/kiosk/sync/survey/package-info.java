/** A look at the line, hop by hop, and at the host, for whoever has to find a fault. */
@NullMarked
package kiosk.sync.survey;

import org.jspecify.annotations.NullMarked;
