/** The report a technician hands over, as pages. */
@NullMarked
package kiosk.documents.handover;

import org.jspecify.annotations.NullMarked;
