package kiosk.sync.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiosk.sync.seal.Sm3;

/**
 * Where in the body of a PUT the manifest ends, and which parts it names (PLATFORM-API.md, section 6.1).
 *
 * @param manifest the manifest's bytes
 */
record Layout(byte[] manifest, List<Part> parts) {
    private static final int MAGIC = 0x4F4B4D31;
    private static final int UP_TO_THE_TEXTS = 4 + 1 + 3 * 16 + 1 + 8 + 8 + 32;
    private static final int WRAPPED_KEY = 113;
    private static final int PREFIX = 6;
    private static final int SIGNATURE = 64;

    /** Keeps the list from changing. */
    Layout {
        parts = List.copyOf(parts);
    }

    /** A part, in the body or by itself. */
    record Part(boolean uploaded, int length, byte[] sm3) {
        boolean is(byte[] bytes) {
            return bytes.length == length && Arrays.equals(Sm3.of(bytes), sm3);
        }
    }

    /** The layout of a body; empty where it does not begin with a manifest. */
    static Optional<Layout> of(byte[] body) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            if (in.getInt() != MAGIC || in.get() != 1) {
                return Optional.empty();
            }
            in.position(UP_TO_THE_TEXTS);
            skip(in, text(in));
            skip(in, text(in));
            skip(in, text(in) + PREFIX);
            for (int left = in.get() & 0xff; left > 0; left--) {
                skip(in, text(in) + WRAPPED_KEY);
            }
            List<Part> parts = new ArrayList<>();
            for (int left = in.get() & 0xff; left > 0; left--) {
                byte[] sm3 = new byte[32];
                boolean uploaded = in.get() == 1;
                int length = in.getInt();
                in.get(sm3);
                parts.add(new Part(uploaded, length, sm3));
            }
            skip(in, text(in) + SIGNATURE);
            return Optional.of(new Layout(Arrays.copyOf(body, in.position()), parts));
        } catch (BufferUnderflowException | IllegalArgumentException notAManifest) {
            return Optional.empty();
        }
    }

    private static int text(ByteBuffer in) {
        return in.get() & 0xff;
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }

    @Override
    public String toString() {
        return "Layout[" + parts.size() + " parts]";
    }
}
