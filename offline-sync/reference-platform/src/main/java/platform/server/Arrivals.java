package platform.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of the latest submissions arrived, whatever came of it; what the tests count. */
final class Arrivals {
    private static final int MOST = 10_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    synchronized void note(String id) {
        counts.merge(id, 1, Integer::sum);
    }

    synchronized int of(String id) {
        return counts.getOrDefault(id, 0);
    }
}
