/** The provincial platform as the terminal sees it. */
@NullMarked
package kiosk.platform;

import org.jspecify.annotations.NullMarked;
