package kiosk.drivers.smartcard;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reader we use and the context it is reached by; made when first needed, dropped when dead. For one thread. */
final class PcscReader {
    private static final Logger LOG = LoggerFactory.getLogger(PcscReader.class);

    private final PcscSource source;
    private final String namePrefix;
    private @Nullable CardTerminals context;

    PcscReader(PcscSource source, String namePrefix) {
        this.source = source;
        this.namePrefix = namePrefix;
    }

    /** The reader: of several that fit the one with a card, else the first. */
    Optional<CardTerminal> find() throws CardException {
        List<CardTerminal> fitting = context().list().stream()
                .filter(reader -> reader.getName().startsWith(namePrefix))
                .toList();
        for (CardTerminal reader : fitting) {
            if (fitting.size() > 1 && reader.isCardPresent()) {
                return Optional.of(reader);
            }
        }
        return fitting.stream().findFirst();
    }

    private CardTerminals context() throws CardException {
        CardTerminals current = context;
        if (current == null) {
            current = source.establish();
            context = current;
        }
        return current;
    }

    /** Whether a context is held: one that was good may have died since, so a failure under it deserves a second try. */
    boolean hasContext() {
        return context != null;
    }

    /** Gives the context back; the next call makes a new one. */
    void drop() {
        CardTerminals dead = context;
        context = null;
        if (dead == null) {
            return;
        }
        try {
            PcscSource.release(dead);
        } catch (CardException | IOException alreadyDead) {
            LOG.debug(
                    "context was dead when released: {}", alreadyDead.getClass().getSimpleName());
        }
    }
}
