/** The terminals the province knows, and the keys they sign with. */
@NullMarked
package platform.terminal;

import org.jspecify.annotations.NullMarked;
