package kiosk.sync.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A disk whose next commits of something written fail, before or after the bytes are safe, or which cannot even be opened. */
final class Breaking {
    private int good;
    private int before;
    private int after;
    private int opening;
    private long seen;

    /** The next commits fail, and nothing of them is stored. */
    void beforeCommit(int times) {
        before = times;
    }

    /** One commit fails after so many that do not. */
    void beforeCommitAfter(int goodOnes) {
        good = goodOnes;
        before = 1;
    }

    /** The next commits fail, though all of them is stored. */
    void afterCommit(int times) {
        after = times;
    }

    /** The next attempts to open the file fail. */
    void whenOpened(int times) {
        opening = times;
    }

    Connection around(Connection real) throws SQLException {
        if (opening > 0) {
            opening--;
            real.close();
            throw new SQLException("disk I/O error", "", 10);
        }
        wrote(real);
        return (Connection) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    boolean commit = method.getName().equals("commit") && wrote(real);
                    if (commit && good > 0) {
                        good--;
                    } else if (commit && before > 0) {
                        before--;
                        throw new SQLException("disk I/O error", "", 1034);
                    }
                    Object result = called(real, method, values);
                    if (commit && after > 0) {
                        after--;
                        throw new SQLException("disk I/O error", "", 1034);
                    }
                    return result;
                });
    }

    private boolean wrote(Connection real) throws SQLException {
        long before = seen;
        seen = Sql.first(real, "SELECT total_changes()", row -> row.getLong(1)).orElseThrow();
        return seen != before;
    }

    private static Object called(Connection real, java.lang.reflect.Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
