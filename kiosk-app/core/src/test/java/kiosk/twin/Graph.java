package kiosk.twin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that can be reached from a value: through records, collections, maps and optionals. */
public final class Graph {
    private Graph() {}

    public static List<Object> from(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object value = open.pop();
            if (seen.add(value)) {
                open.addAll(partsOf(value));
            }
        }
        return List.copyOf(seen);
    }

    private static List<Object> partsOf(Object value) {
        if (value instanceof Optional<?> optional) {
            return List.copyOf(optional.stream().toList());
        }
        if (value instanceof Collection<?> collection) {
            return List.copyOf(collection);
        }
        if (value instanceof Map<?, ?> map) {
            return List.of(List.copyOf(map.keySet()), List.copyOf(map.values()));
        }
        return value.getClass().isRecord()
                ? Arrays.stream(value.getClass().getRecordComponents())
                        .map(it -> part(value, it))
                        .toList()
                : List.of();
    }

    private static Object part(Object value, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
