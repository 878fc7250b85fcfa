package kiosk.sync.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** A sum in the place of a database, that only one thread at a time may work on: what is committed of it, and what is not yet. */
final class FakeSum {
    private static final int CONSTRAINT = 19;

    private int committed;
    private int now;

    int add(int amount) {
        now += amount;
        return now;
    }

    int addAgainstTheRules(int amount) throws SQLException {
        now += amount;
        throw new SQLException("constraint", "", CONSTRAINT);
    }

    int committed() {
        return committed;
    }

    /** It answers for itself, since the checker asks it whether it equals another. */
    Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                FakeSum.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, values) -> switch (method.getName()) {
                    case "commit" -> {
                        committed = now;
                        yield null;
                    }
                    case "rollback" -> {
                        now = values == null ? committed : ((Point) values[0]).sum();
                        yield null;
                    }
                    case "setSavepoint" -> new Point(now);
                    case "equals" -> self == values[0];
                    case "hashCode" -> 1;
                    case "toString" -> "sum";
                    default -> null;
                });
    }

    /** Where a piece of work began. */
    private record Point(int sum) implements Savepoint {
        @Override
        public int getSavepointId() {
            return 0;
        }

        @Override
        public String getSavepointName() {
            return "";
        }
    }
}
