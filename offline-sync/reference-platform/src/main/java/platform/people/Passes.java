package platform.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opaque words that stand for a person for a while; the oldest go when there are too many, all go with a restart. */
public final class Passes {
    private static final int MOST = 10_000;
    private static final int RANDOM_BYTES = 24;

    private final Clock clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pass> passes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pass> eldest) {
            return size() > MOST;
        }
    };

    public Passes(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Whose word it is, where it is good, until when. */
    public record Pass(String word, Person person, String terminal, Instant expires) {
        @Override
        public String toString() {
            return "Pass[until " + expires + "]";
        }
    }

    public synchronized Pass issue(Person person, String terminal) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Pass pass = new Pass(word, person, terminal, clock.instant().plus(lifetime));
        passes.put(word, pass);
        return pass;
    }

    public synchronized Optional<Pass> find(String word) {
        return Optional.ofNullable(passes.get(word)).filter(this::isGood);
    }

    /** Finds a pass and ends it. */
    public synchronized Optional<Pass> take(String word) {
        return Optional.ofNullable(passes.remove(word)).filter(this::isGood);
    }

    private boolean isGood(Pass pass) {
        return clock.instant().isBefore(pass.expires());
    }
}
