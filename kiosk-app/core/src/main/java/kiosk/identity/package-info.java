/** Who stands in front of the terminal: numbers with their check digits, and what a card says of its holder. */
@NullMarked
package kiosk.identity;

import org.jspecify.annotations.NullMarked;
