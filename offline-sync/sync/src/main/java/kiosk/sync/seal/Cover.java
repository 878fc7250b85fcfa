package kiosk.sync.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in clear on a sealed submission: its {@link Manifest}, read again. Whether the manifest is the one that was signed only its
 * digest tells, or the platform.
 *
 * @param dependsOn what must have arrived before
 * @param replaces the case this puts right
 * @param journal the terminal's journal when it was sealed
 * @param digest SM3 of the manifest, as the wire writes it
 */
public record Cover(
        UUID id,
        Optional<UUID> dependsOn,
        Optional<UUID> replaces,
        String kind,
        Instant sealedAt,
        JournalHead journal,
        String item,
        String number,
        String digest,
        int length,
        List<Part> parts) {
    private static final int SUM = 32;
    private static final int WRAPPED = 113;
    private static final int SIGNATURE = 64;

    /** Keeps the list from changing. */
    public Cover {
        parts = List.copyOf(parts);
    }

    /**
     * A part as the manifest names it.
     *
     * @param sum SM3 of it
     */
    public record Part(int number, boolean uploaded, int length, byte[] sum) {}

    /**
     * The cover of a body.
     *
     * @throws IllegalArgumentException if the body does not begin with a manifest
     */
    public static Cover of(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body, 0, Math.min(body.length, Manifest.MOST_BYTES));
        try {
            return read(in);
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("the manifest is cut off", tooShort);
        }
    }

    private static Cover read(ByteBuffer in) {
        if (!Arrays.equals(bytes(in, Manifest.MAGIC.length), Manifest.MAGIC) || in.get() != Manifest.VERSION) {
            throw new IllegalArgumentException("not a manifest");
        }
        UUID id = uuid(in);
        UUID dependsOn = uuid(in);
        UUID replaces = uuid(in);
        String kind = Manifest.KINDS.get(within(in.get() - 1, Manifest.KINDS.size() - 1));
        Instant sealedAt = Instant.ofEpochMilli(in.getLong());
        JournalHead journal = new JournalHead(in.getLong(), bytes(in, SUM));
        text(in);
        String item = text(in);
        String number = text(in);
        List<Part> parts = sealing(in);
        int length = in.position();
        String digest = Sm3.field(bytes(in.rewind(), length));
        return new Cover(
                id, some(dependsOn), some(replaces), kind, sealedAt, journal, item, number, digest, length, parts);
    }

    private static List<Part> sealing(ByteBuffer in) {
        bytes(in, Manifest.PREFIX_BYTES);
        int recipients = in.get();
        for (int i = 0; i < recipients; i++) {
            text(in);
            bytes(in, WRAPPED);
        }
        List<Part> parts = new ArrayList<>();
        int count = Byte.toUnsignedInt(in.get());
        for (int i = 0; i < count; i++) {
            parts.add(new Part(i, within(in.get(), 1) == 1, within(in.getInt(), Sealing.MOST_PART), bytes(in, SUM)));
        }
        text(in);
        bytes(in, SIGNATURE);
        return parts;
    }

    private static int within(int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("not a manifest");
        }
        return value;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in, Byte.toUnsignedInt(in.get())), StandardCharsets.US_ASCII);
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static Optional<UUID> some(UUID id) {
        return Optional.of(id).filter(it -> !it.equals(Manifest.NONE));
    }

    /** The parts that travel by themselves. */
    public List<Part> uploaded() {
        return parts.stream().filter(Part::uploaded).toList();
    }

    /** Whether the body that this covers holds its inline parts as they were sealed, and nothing else. */
    public boolean holds(byte[] body) {
        int at = length;
        for (Part part : parts) {
            if (!part.uploaded()) {
                int end = at + part.length();
                if (end > body.length || !Arrays.equals(Sm3.of(Arrays.copyOfRange(body, at, end)), part.sum())) {
                    return false;
                }
                at = end;
            }
        }
        return at == body.length;
    }

    @Override
    public String toString() {
        return "Cover[" + id + ", " + parts.size() + " parts]";
    }
}
