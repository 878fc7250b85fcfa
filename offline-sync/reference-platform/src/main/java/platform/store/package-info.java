/** The platform's own SQLite store: ledger, matters, orders, money. */
@NullMarked
package platform.store;

import org.jspecify.annotations.NullMarked;
