/** PDFs made and checked, codes drawn and decoded, receipts laid out. */
@NullMarked
package kiosk.documents;

import org.jspecify.annotations.NullMarked;
