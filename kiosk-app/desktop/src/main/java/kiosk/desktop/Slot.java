package kiosk.desktop;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import kiosk.device.Device;
import org.jspecify.annotations.Nullable;

/** A place in the rack: whoever holds it always reaches the device that is in it now. */
final class Slot implements InvocationHandler {
    private volatile Device device;

    Slot(Device device) {
        this.device = device;
    }

    /** This slot as a device of that kind. */
    <T extends Device> T as(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, this));
    }

    boolean holds(Class<?> port) {
        return port.isInstance(device);
    }

    /** Puts another device in its place; the one before is closed. */
    void put(Device next) {
        Device before = device;
        device = next;
        before.close();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(device, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
