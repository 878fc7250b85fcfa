package kiosk.sync.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** H2's connections, whose commit returns when the disk has it. */
final class SyncedAtCommit {
    private final DataSource real;

    SyncedAtCommit(DataSource real) {
        this.real = real;
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                SyncedAtCommit.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, values) -> {
                    Object result = called(real, method, values);
                    return result instanceof Connection connection ? synced(connection) : result;
                });
    }

    private static Connection synced(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SyncedAtCommit.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    Object result = called(connection, method, values);
                    if (method.getName().equals("commit")) {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("CHECKPOINT SYNC");
                        }
                    }
                    return result;
                });
    }

    private static Object called(Object real, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
