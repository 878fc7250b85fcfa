/** The doors of the platform: one class for each group of addresses. */
@NullMarked
package platform.server;

import org.jspecify.annotations.NullMarked;
