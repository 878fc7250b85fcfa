/** What cards and terminals prove to each other: a terminal to a card that protects its holder, a technician's card to a terminal. */
@NullMarked
package kiosk.device.card;

import org.jspecify.annotations.NullMarked;
