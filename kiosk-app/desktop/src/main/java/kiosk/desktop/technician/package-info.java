/** What a technician sees behind a PIN: devices, queue, versions; never while a citizen is served. */
@NullMarked
package kiosk.desktop.technician;

import org.jspecify.annotations.NullMarked;
