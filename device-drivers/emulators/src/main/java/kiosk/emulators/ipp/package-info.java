/** An A4 printer on the far end of IPP, with its own reading of RFC 8010 and RFC 8011. */
@NullMarked
package kiosk.emulators.ipp;

import org.jspecify.annotations.NullMarked;
