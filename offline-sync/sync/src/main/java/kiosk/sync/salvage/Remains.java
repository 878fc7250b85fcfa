package kiosk.sync.salvage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.sync.disk.PartFiles;
import kiosk.sync.seal.Cover;
import kiosk.sync.seal.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one entry: its row, what was sealed for it, or both. Where the row is lost and the sealed body is whole, the row is
 * written anew from what stands in clear on the body: to deliver it once more than need be does no harm.
 */
public final class Remains {
    private static final Set<Object> OVER = Set.of("DELIVERED", "GIVEN_UP");
    /** What is asked for first is the money. */
    private static final Set<Object> UNPAID = Set.of("HELD", "UNSETTLED");

    private final Optional<Map<String, @Nullable Object>> row;
    private final Optional<byte[]> body;
    private final Optional<Cover> cover;
    private final List<Part> parts;

    /** A part that travels by itself, as it is to be stored. */
    public record Part(int number, String file, long length, String digest, long sent) {}

    private Remains(
            Optional<Map<String, @Nullable Object>> row,
            Optional<byte[]> body,
            Optional<Cover> cover,
            List<Part> parts) {
        this.row = row;
        this.body = body;
        this.cover = cover;
        this.parts = parts;
    }

    /** What is left of the entry of that number. */
    public static Remains of(Wreck wreck, long seq, PartFiles files) {
        Optional<Map<String, @Nullable Object>> row =
                wreck.first("SELECT * FROM entry NOT INDEXED WHERE seq = ?", Wreck::values, seq);
        Optional<byte[]> body =
                wreck.first("SELECT bytes FROM sealed NOT INDEXED WHERE seq = ?", it -> it.getBytes(1), seq);
        Optional<Cover> cover = body.flatMap(Remains::cover);
        return new Remains(
                row, body, cover, cover.map(it -> parts(wreck, seq, it, files)).orElse(List.of()));
    }

    private static Optional<Cover> cover(byte[] body) {
        try {
            return Optional.of(Cover.of(body)).filter(it -> it.holds(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The parts that the manifest names; a row of one that says something else, or cannot be read, is written anew. */
    private static List<Part> parts(Wreck wreck, long seq, Cover cover, PartFiles files) {
        List<Part> parts = new ArrayList<>();
        for (Cover.Part part : cover.uploaded()) {
            String file = PartFiles.named(part.sum());
            Optional<Part> known = wreck.first(
                            "SELECT file, length, digest, sent FROM part WHERE seq = " + seq + " AND number = ?",
                            it -> new Part(
                                    part.number(), it.getString(1), it.getLong(2), it.getString(3), it.getLong(4)),
                            part.number())
                    .filter(it -> file.equals(it.file()) && it.length() == part.length() && it.digest() != null);
            parts.add(
                    known.orElseGet(() -> new Part(part.number(), file, part.length(), digest(part, file, files), 0)));
        }
        return parts;
    }

    /** Of a file that is not there any more it does not matter. */
    private static String digest(Cover.Part part, String file, PartFiles files) {
        try {
            return Sha256.field(files.piece(file, 0, part.length()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Under which id it was handed in, if that can still be told. */
    public Optional<String> id() {
        return row.map(it -> it.get("id") instanceof String id ? id : null)
                .or(() -> cover.map(it -> it.id().toString()));
    }

    /** What was sealed. */
    public Optional<byte[]> body() {
        return body;
    }

    /** The parts beside it. */
    public List<Part> parts() {
        return parts;
    }

    /** The row as it was, where it fits and what was sealed for it is whole or no longer needed. */
    public Optional<Map<String, @Nullable Object>> asItWas(Shape shape) {
        return row.filter(shape::fits)
                .filter(it -> OVER.contains(it.get("state")) || UNPAID.contains(it.get("state")) || sealed(it))
                .map(this::completed);
    }

    private boolean sealed(Map<String, @Nullable Object> row) {
        return cover.filter(it -> it.id().toString().equals(row.get("id"))
                        && it.digest().equals(row.get("digest"))
                        && bodyDigest().equals(row.get("body_digest")))
                .isPresent();
    }

    private Map<String, @Nullable Object> completed(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> completed = new HashMap<>(row);
        completed.putIfAbsent("department", department(String.valueOf(row.get("item"))));
        completed.putIfAbsent("large", parts.isEmpty() ? 0 : 1);
        return completed;
    }

    private static String department(String item) {
        return item.substring(0, Math.max(0, item.indexOf('.')));
    }

    private String bodyDigest() {
        return Sha256.field(body.orElseThrow());
    }

    /** A row made of what stands on the body, unless a row is there that belongs to another. */
    public Optional<Map<String, @Nullable Object>> rebuilt(boolean corrects, Instant now) {
        return cover.filter(this::fitsItsRow).map(it -> rebuilt(it, corrects, now));
    }

    private boolean fitsItsRow(Cover it) {
        return row.map(row ->
                        it.digest().equals(row.get("digest")) || bodyDigest().equals(row.get("body_digest")))
                .orElse(true);
    }

    private Map<String, @Nullable Object> rebuilt(Cover it, boolean corrects, Instant now) {
        Map<String, @Nullable Object> rebuilt = new HashMap<>();
        boolean rating = it.kind().equals("rating");
        rebuilt.put("id", it.id().toString());
        rebuilt.put("number", it.number());
        rebuilt.put("corrects", corrects ? 1 : 0);
        rebuilt.put("replaces", it.replaces().map(Object::toString).orElse(null));
        rebuilt.put("rates", rating ? it.dependsOn().map(Object::toString).orElse(null) : null);
        rebuilt.put("kind", it.kind());
        rebuilt.put("item", it.item());
        rebuilt.put("state", it.kind().equals("payment") ? "UNSETTLED" : "READY");
        rebuilt.put("digest", it.digest());
        rebuilt.put("body_digest", bodyDigest());
        rebuilt.put("journal_count", it.journal().count());
        rebuilt.put("journal_head", it.journal().field());
        rebuilt.put("taken_at", it.sealedAt().toEpochMilli());
        rebuilt.put("changed_at", now.toEpochMilli());
        rebuilt.put("next_at", now.toEpochMilli());
        rebuilt.put(
                "holder",
                row.map(old -> old.get("holder") instanceof String holder ? holder : null)
                        .orElse(null));
        return completed(rebuilt);
    }

    /** What is left of the row, for a person to look at; nothing more is to be done with it. */
    public Optional<Map<String, @Nullable Object>> setAside(Shape shape) {
        return row.map(it -> {
            Map<String, @Nullable Object> aside = shape.fitting(completed(it));
            aside.put("state", "REFUSED");
            aside.put("next_at", null);
            aside.put("last", "DAMAGED");
            return aside;
        });
    }
}
