/** Payment orders: settled with a submission or refunded, never both, never neither. */
@NullMarked
package platform.money;

import org.jspecify.annotations.NullMarked;
