/** The dock beside the demo's window: what a citizen, a fault or the weather does to the terminal, by buttons. */
@NullMarked
package kiosk.demo.dock;

import org.jspecify.annotations.NullMarked;
