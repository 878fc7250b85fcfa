/** The service catalogue and the settings as YAML, with their loader. */
@NullMarked
package kiosk.config;

import org.jspecify.annotations.NullMarked;
