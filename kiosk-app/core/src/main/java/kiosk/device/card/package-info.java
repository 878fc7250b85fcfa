/** What a card demands of the terminal before it shows its holder. */
@NullMarked
package kiosk.device.card;

import org.jspecify.annotations.NullMarked;
