/** The certificates by which terminals prove who they are on the line. */
@NullMarked
package platform.certificate;

import org.jspecify.annotations.NullMarked;
