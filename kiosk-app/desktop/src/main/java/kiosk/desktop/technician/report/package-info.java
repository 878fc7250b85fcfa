/** The hand-over report: how the terminal was found and how it is left, tests, counters, and the technician's signature. */
@NullMarked
package kiosk.desktop.technician.report;

import org.jspecify.annotations.NullMarked;
