/** What citizens leave half done: locked with their card and the terminal's secret, and destroyed when its time is over. */
@NullMarked
package kiosk.sync.draft;

import org.jspecify.annotations.NullMarked;
