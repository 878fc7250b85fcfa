/** What several threads share, tried in the ways in which they may take turns. */
@NullMarked
package kiosk.sync.threads;

import org.jspecify.annotations.NullMarked;
