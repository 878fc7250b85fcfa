package kiosk.sync.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.SubmissionId;

/** What a process had promised when the power went, read from its marks; and whether a store keeps it. */
final class Promises {
    private final Map<String, String> held = new LinkedHashMap<>();
    private final Set<String> delivered = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();

    void hear(String mark) {
        String[] words = mark.strip().split(" ");
        String id = words[1];
        switch (words[0]) {
            case "took" -> {
                held.put(id, words[2]);
                doubtful.remove(id);
            }
            case "takes", "brings", "leaves" -> doubtful.add(id);
            case "refused" -> doubtful.remove(id);
            case "spoilt" -> doubtful.add(id);
            case "brought" -> over(id, delivered);
            case "left" -> over(id, given);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void over(String id, Set<String> end) {
        held.remove(id);
        doubtful.remove(id);
        end.add(id);
    }

    int made() {
        return held.size() + delivered.size() + given.size();
    }

    /** Every promise, in a queue that was opened on what the power left. */
    void areKeptBy(Outbox outbox, Map<String, String> parcels) throws InterruptedException {
        Map<String, Waiting> waiting = outbox.list(100_000).stream()
                .collect(Collectors.toMap(it -> it.id().toString(), it -> it));
        for (var each : held.entrySet()) {
            if (!doubtful.contains(each.getKey())) {
                assertThat(waiting).as("taken and lost").containsKey(each.getKey());
                assertThat(waiting.get(each.getKey()).number().orElseThrow())
                        .as("under another number")
                        .hasToString(each.getValue());
                assertThat(parcels).as("taken, and its bytes lost").containsKey(each.getKey());
            }
        }
        for (String id : delivered) {
            assertThat(outbox.delivery(SubmissionId.parse(id), Duration.ZERO))
                    .as("delivered and forgotten")
                    .isInstanceOf(Outbox.Delivered.class);
        }
        assertThat(waiting.keySet()).as("given up and there again").noneMatch(given::contains);
        assertThat(waiting.keySet()).as("from nowhere").allMatch(it -> held.containsKey(it) || doubtful.contains(it));
        assertThat(waiting.values().stream().map(it -> it.number().orElseThrow()))
                .as("one number twice")
                .doesNotHaveDuplicates();
    }
}
