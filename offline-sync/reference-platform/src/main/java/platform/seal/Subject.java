package platform.seal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** What a manifest says in clear: which submission, of what kind, from where; an id that is absent is empty. */
public record Subject(Ids ids, String kind, long sealedAt, String terminal, String item, String number) {
    /** The kinds in the order of their codes, from 1. */
    static final List<String> KINDS = List.of("application", "certificate", "payment", "rating");

    private static final int UUID_BYTES = 16;

    /** The submission's own id, what it depends on, what it puts right. */
    public record Ids(String own, String dependsOn, String replaces) {

        static Ids read(ByteReader reader) throws Unreadable {
            Ids ids = new Ids(uuid(reader), uuid(reader), uuid(reader));
            if (ids.own.isEmpty() || ids.own.equals(ids.dependsOn) || ids.own.equals(ids.replaces)) {
                throw new Unreadable("The ids of the manifest do not fit together.");
            }
            return ids;
        }

        private static String uuid(ByteReader reader) throws Unreadable {
            ByteBuffer bytes = ByteBuffer.wrap(reader.take(UUID_BYTES));
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            return id.equals(new UUID(0, 0)) ? "" : id.toString();
        }
    }

    /** A rating depends on what it rates, and puts nothing right. */
    void mustFit() throws Unreadable {
        if (isRating() && (ids.dependsOn().isEmpty() || isCorrection())) {
            throw new Unreadable("The kind of the manifest and its ids do not fit together.");
        }
    }

    static String kind(int code) {
        return KINDS.get(code - 1);
    }

    public String id() {
        return ids.own();
    }

    public boolean isRating() {
        return kind.equals("rating");
    }

    /** Whether it puts another submission right. */
    public boolean isCorrection() {
        return !ids.replaces().isEmpty();
    }
}
