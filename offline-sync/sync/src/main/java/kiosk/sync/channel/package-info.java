/** How the line to the platform is secured, and by which certificate the terminal is known on it. */
@NullMarked
package kiosk.sync.channel;

import org.jspecify.annotations.NullMarked;
