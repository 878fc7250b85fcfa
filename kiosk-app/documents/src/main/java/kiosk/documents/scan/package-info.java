/** Scanned pages set straight, looked over, made small and bound. */
@NullMarked
package kiosk.documents.scan;

import org.jspecify.annotations.NullMarked;
