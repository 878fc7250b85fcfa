/** What came in, kept for good: in SQLite, or in PostgreSQL where there are many nodes. */
@NullMarked
package platform.store;

import org.jspecify.annotations.NullMarked;
