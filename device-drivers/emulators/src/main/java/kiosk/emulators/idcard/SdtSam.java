package kiosk.emulators.idcard;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The security module and the card that lies on it: find, then select, then read (GA 467). A card that has been read whole is not
 * found again until it is lifted, or the module is reset.
 */
final class SdtSam {
    static final int OK = 0x90;
    static final int FOUND = 0x9F;
    private static final int UNKNOWN_COMMAND = 0x21;
    private static final int READ_FAILED = 0x41;
    private static final int NOT_FOUND = 0x80;
    private static final int NOT_SELECTED = 0x81;
    private static final int NOT_ON_THE_CARD = 0x91;
    private static final byte[] NOTHING = {};
    private static final byte[] IDENTITY = HexFormat.of().parseHex("050001000FB1340187D6120079384E05");

    private final Map<Integer, Deque<Integer>> refusals = new HashMap<>();
    private Optional<Integer> failure = Optional.empty();
    private @Nullable CardImage card;
    private boolean found;
    private boolean selected;
    private boolean read;

    synchronized void lay(CardImage laid) {
        take();
        card = laid;
    }

    synchronized void take() {
        card = null;
        reset();
    }

    synchronized void refuse(int command, int status) {
        refusals.computeIfAbsent(command, key -> new ArrayDeque<>()).add(status);
    }

    synchronized void fail(Optional<Integer> status) {
        failure = status;
    }

    /** The answer's body: three status bytes and the data. */
    synchronized byte[] answer(int command) {
        Integer refusal = refusals.getOrDefault(command, new ArrayDeque<>()).poll();
        if (failure.isPresent() || refusal != null) {
            return body(failure.orElse(refusal), NOTHING);
        }
        return switch (command) {
            case 0x10FF -> reset();
            case 0x11FF -> body(OK, NOTHING);
            case 0x12FF -> body(OK, IDENTITY);
            case 0x2001 -> find();
            case 0x2002 -> select();
            case 0x3001 -> read();
            case 0x3003 -> newAddress();
            default -> body(UNKNOWN_COMMAND, NOTHING);
        };
    }

    static byte[] body(int status, byte[] data) {
        return ByteBuffer.allocate(3 + data.length)
                .put(2, (byte) status)
                .put(3, data)
                .array();
    }

    private byte[] reset() {
        found = false;
        selected = false;
        read = false;
        return body(OK, NOTHING);
    }

    private byte[] find() {
        found = card != null && !read;
        return found ? body(FOUND, new byte[4]) : body(NOT_FOUND, NOTHING);
    }

    private byte[] select() {
        selected = found;
        return selected ? body(OK, new byte[8]) : body(NOT_SELECTED, NOTHING);
    }

    private byte[] read() {
        if (card == null || !selected) {
            return body(READ_FAILED, NOTHING);
        }
        read = true;
        return body(OK, card.baseInformation());
    }

    private byte[] newAddress() {
        if (card == null || !selected) {
            return body(READ_FAILED, NOTHING);
        }
        return card.newAddress().map(address -> body(OK, address)).orElse(body(NOT_ON_THE_CARD, NOTHING));
    }
}
