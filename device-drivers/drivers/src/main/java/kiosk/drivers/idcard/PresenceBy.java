package kiosk.drivers.idcard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How to learn whether a card still lies on the reader, since the protocol has no command for it; readers differ. */
enum PresenceBy {
    /** Asks for the newer address once more: a card that still lies there answers, with one or without. */
    PROBE,
    /** Finds: for readers that find a card again although it has been read. */
    FIND,
    /** Does not try. */
    UNKNOWN;

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PresenceBy of(String word) {
        return Arrays.stream(values())
                .filter(way -> way.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("option presence knows "
                        + Arrays.stream(values()).map(PresenceBy::word).collect(Collectors.joining(", "))));
    }
}
