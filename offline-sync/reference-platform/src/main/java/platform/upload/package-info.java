/** Sealed parts that arrive piece by piece, before the manifest that names them. */
@NullMarked
package platform.upload;

import org.jspecify.annotations.NullMarked;
