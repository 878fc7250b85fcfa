/** Where the platform is, how the line to it is secured, and by which certificate the terminal is known on it. */
@NullMarked
package kiosk.sync.channel;

import org.jspecify.annotations.NullMarked;
