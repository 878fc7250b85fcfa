package kiosk.sync.courier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kiosk.sync.seal.Ledgers;
import kiosk.sync.seal.Opener;
import kiosk.sync.store.Parcel;

/** A platform as PLATFORM-API.md, section 5, has it, in memory, with moods; it remembers whatever it ever took in. */
final class ModelPlatform {
    private static final UUID NOTHING = new UUID(0, 0);

    /** How it answers. */
    enum Mood {
        WELL,
        DOWN,
        BUSY,
        BROKEN,
        LETS_NOBODY_IN
    }

    /** What it says; a success where there is a receipt. */
    record Said(int status, String code, Optional<Duration> retryAfter, String receipt) {
        static Said error(int status, String code, Optional<Duration> retryAfter) {
            return new Said(status, code, retryAfter, "");
        }
    }

    /** Something it took in. */
    record Taken(String id, String digest) {}

    final Opener keys = new Opener();
    final List<Taken> taken = new ArrayList<>();
    final Set<String> departmentsDown = new HashSet<>();
    final Set<String> unwanted = new HashSet<>();
    Mood mood = Mood.WELL;
    /** How long it knows what it took in; the real one for ever. */
    Duration memory = Duration.ofDays(10_000);

    /** Whether it took in something twice. */
    boolean twice;
    /** Whether it got a part that its manifest does not name. */
    boolean torn;

    private final VirtualTime time;
    private final Map<String, Ledgers> ledgers = new HashMap<>();
    private final Set<String> takenIds = new HashSet<>();
    private final Set<String> takenDigests = new HashSet<>();
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();

    ModelPlatform(VirtualTime time) {
        this.time = time;
    }

    /** What it has of a terminal. */
    Ledgers ledger(String terminal) {
        return ledgers.computeIfAbsent(terminal, it -> new Ledgers(keys, it));
    }

    boolean has(String id) {
        return digests.containsKey(id);
    }

    /** Something else lies here under that id, as after a terminal that was restored from a copy. */
    void conflict(String id) {
        digests.put(id, "sm3=:" + "B".repeat(43) + "=:");
        since.put(id, Long.MAX_VALUE);
    }

    boolean conflicts(String id, String digest) {
        return has(id) && !digests.get(id).equals(digest);
    }

    /** When it wants to be asked again, whatever it is asked now. */
    Optional<Duration> wish() {
        return switch (mood) {
            case DOWN -> Optional.of(Duration.ofSeconds(30));
            case BUSY -> Optional.of(Duration.ofSeconds(5));
            case WELL, BROKEN, LETS_NOBODY_IN -> Optional.empty();
        };
    }

    /** @param travelled the parts that travel before the rest */
    Said submit(String terminal, Parcel parcel, List<byte[]> travelled) {
        return switch (mood) {
            case WELL -> taken(terminal, parcel, travelled);
            case DOWN -> Said.error(503, "down", wish());
            case BUSY -> Said.error(429, "busy", wish());
            case BROKEN -> Said.error(500, "broken", wish());
            case LETS_NOBODY_IN -> Said.error(403, "unknown-terminal", wish());
        };
    }

    private Said taken(String terminal, Parcel parcel, List<byte[]> travelled) {
        String id = parcel.id();
        String digest = parcel.load().digest();
        if (has(id) && time.nanos() - since.get(id) < memory.toNanos()) {
            return digests.get(id).equals(digest)
                    ? receipt(terminal, parcel)
                    : Said.error(422, "digest-mismatch", Optional.empty());
        }
        if (departmentsDown.contains(parcel.department())) {
            return Said.error(503, "department-down", Optional.of(Duration.ofSeconds(20)));
        }
        Opener.Head head = Opener.head(parcel.load().body());
        if (missing(head.dependsOn())) {
            return Said.error(409, "depends-on-missing", Optional.empty());
        }
        if (missing(head.replaces())) {
            return Said.error(422, "replaces-wrong", Optional.empty());
        }
        if (unwanted.contains(id)) {
            return Said.error(404, "unknown-item", Optional.empty());
        }
        digests.put(id, digest);
        since.put(id, time.nanos());
        taken.add(new Taken(id, digest));
        twice |= !takenIds.add(id);
        twice |= !takenDigests.add(digest);
        torn |= !Opener.whole(parcel.load().body(), travelled);
        return receipt(terminal, parcel);
    }

    private boolean missing(UUID id) {
        return !id.equals(NOTHING) && !has(id.toString());
    }

    private Said receipt(String terminal, Parcel parcel) {
        byte[] body = parcel.load().body();
        String receipt = ledger(terminal).receipt(Opener.head(body), parcel.id(), Opener.manifest(body));
        return new Said(200, "", Optional.empty(), receipt);
    }
}
