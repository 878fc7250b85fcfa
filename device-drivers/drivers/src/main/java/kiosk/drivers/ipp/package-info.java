/** The A4 printer over the Internet Printing Protocol: IPP/2.0 as RFC 8010 encodes it and RFC 8011 means it. */
@NullMarked
package kiosk.drivers.ipp;

import org.jspecify.annotations.NullMarked;
