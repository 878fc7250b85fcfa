/** The rehearsal: a robot citizen walks every service before real people do. */
@NullMarked
package kiosk.demo.rehearsal;

import org.jspecify.annotations.NullMarked;
