/** Manifests, the sealed parts they name, and the keys that open and sign. */
@NullMarked
package platform.seal;

import org.jspecify.annotations.NullMarked;
