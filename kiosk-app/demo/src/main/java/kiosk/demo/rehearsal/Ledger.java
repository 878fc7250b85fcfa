package kiosk.demo.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.demo.world.WorldClient;

/** What the platform's store holds, asked of the platform and not of the kiosk. */
public final class Ledger {
    private final List<Entry> entries = new ArrayList<>();

    /** One submission that the platform accepted. */
    public record Entry(String id, String number, String item, String kind, String caseNumber, int copies) {}

    private Ledger(JsonNode entries) {
        for (JsonNode entry : entries) {
            this.entries.add(new Entry(
                    entry.path("id").asText(),
                    entry.path("number").asText(),
                    entry.path("item").asText(),
                    entry.path("kind").asText(),
                    entry.path("caseNumber").asText(),
                    entry.path("copies").asInt()));
        }
    }

    /** The ledger as it is now. */
    public static Ledger of(WorldClient world) {
        try {
            return new Ledger(new ObjectMapper().readTree(world.ask("ledger")).path("ledger"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the platform's ledger cannot be read", e);
        }
    }

    /** The entry under a submission's short number; ratings have numbers of their own and do not count. */
    public Optional<Entry> under(String number) {
        return entries.stream().filter(it -> it.number().equals(number)).findFirst();
    }

    /** How many submissions of citizens are held under a number. */
    public int held(String number) {
        return (int) entries.stream().filter(it -> it.number().equals(number)).count();
    }

    /** All entries. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
