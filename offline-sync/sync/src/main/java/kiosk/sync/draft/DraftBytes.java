package kiosk.sync.draft;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kiosk.form.Entry;
import kiosk.form.Provenance;
import kiosk.identity.CardImprint;
import kiosk.submission.Consent;
import kiosk.submission.Correction;
import kiosk.submission.Draft;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/**
 * A draft as bytes, before it is sealed. All integers are big-endian; a text is its length in bytes (4) and UTF-8.
 *
 * <pre>
 * 1       format = 01
 * 16      id of the matter
 * text    item
 * text    consent: version
 * text    consent: when, by ISO 8601 in UTC
 * text    at: FORM, MATERIALS or CONFIRMING
 * text    the field that was reached, or empty
 * text    number of what it puts right, or empty
 * text    id of the case that it replaces, or empty
 * 2       how many entries follow; each:
 *   text    field
 *   text    source: CARD, PLATFORM or CITIZEN
 *   text    value
 * …       the materials, see MaterialBytes
 * </pre>
 */
final class DraftBytes {
    private static final int FORMAT = 1;
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_TEXT = 1 << 16;

    private DraftBytes() {}

    static void write(Draft draft, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        UUID id = draft.id().uuid();
        out.writeByte(FORMAT);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        text(out, draft.item());
        text(out, draft.consent().version());
        text(out, draft.consent().given().toString());
        text(out, draft.at().name());
        text(out, draft.reached().orElse(""));
        text(out, draft.correction().map(it -> it.number().text()).orElse(""));
        text(
                out,
                draft.correction()
                        .flatMap(Correction::replaces)
                        .map(SubmissionId::toString)
                        .orElse(""));
        out.writeShort(draft.entries().size());
        for (Map.Entry<String, Entry> entry : draft.entries().entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue().source().name());
            text(out, entry.getValue().value());
        }
        MaterialBytes.write(draft.materials(), out);
        out.flush();
    }

    /** The draft that was written. @throws IOException if the bytes are no draft */
    static Draft read(CardImprint card, InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readUnsignedByte() != FORMAT) {
            throw new IOException("a draft of another format");
        }
        SubmissionId id = new SubmissionId(new UUID(in.readLong(), in.readLong()));
        String item = text(in);
        Consent consent = new Consent(text(in), instant(in));
        Draft.At at = one(Draft.At.values(), text(in));
        String reached = text(in);
        Optional<Correction> correction = correction(text(in), text(in));
        Map<String, Entry> entries = entries(in);
        Draft draft = new Draft(
                card,
                id,
                item,
                consent,
                entries,
                MaterialBytes.read(in),
                correction,
                at,
                Optional.of(reached).filter(it -> !it.isEmpty()));
        if (in.read() >= 0) {
            throw new IOException("more behind the draft");
        }
        return draft;
    }

    private static Instant instant(DataInputStream in) throws IOException {
        try {
            return Instant.parse(text(in));
        } catch (DateTimeException noSuchTime) {
            throw new IOException("no such time", noSuchTime);
        }
    }

    private static Optional<Correction> correction(String number, String replaces) throws IOException {
        try {
            return number.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Correction(
                            new SubmissionNumber(number),
                            replaces.isEmpty() ? Optional.empty() : Optional.of(SubmissionId.parse(replaces))));
        } catch (IllegalArgumentException noId) {
            throw new IOException("no id", noId);
        }
    }

    private static Map<String, Entry> entries(DataInputStream in) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        int count = count(in, MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            String field = text(in);
            Provenance source = one(Provenance.values(), text(in));
            entries.put(field, new Entry(text(in), source));
        }
        return entries;
    }

    static int count(DataInputStream in, int most) throws IOException {
        int count = in.readUnsignedShort();
        if (count > most) {
            throw new IOException("more than there can be");
        }
        return count;
    }

    private static <E extends Enum<E>> E one(E[] of, String name) throws IOException {
        for (E each : of) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IOException("none of them");
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_TEXT) {
            throw new IOException("longer than a text may be");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in, MOST_TEXT), StandardCharsets.UTF_8);
    }

    static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("longer than it may be");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("shorter than it says");
        }
        return bytes;
    }
}
