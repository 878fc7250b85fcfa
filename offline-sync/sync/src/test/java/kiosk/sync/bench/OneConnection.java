package kiosk.sync.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A pool of one: whoever gets the connection has it until closing it, which leaves it open. */
final class OneConnection implements AutoCloseable {
    private final Connection connection;
    private final Semaphore free = new Semaphore(1, true);

    OneConnection(Connection connection) {
        this.connection = connection;
    }

    DataSource source() {
        return proxy(DataSource.class, (method, values) -> {
            if (!method.equals("getConnection")) {
                throw new UnsupportedOperationException(method);
            }
            free.acquire();
            return lent();
        });
    }

    private Connection lent() {
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (method.getName().equals("close")) {
                        free.release();
                        return null;
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface Doing {
        Object what(String method, Object[] values) throws InterruptedException;
    }

    private static <T> T proxy(Class<T> type, Doing doing) {
        return type.cast(Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, values) -> doing.what(method.getName(), values)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
