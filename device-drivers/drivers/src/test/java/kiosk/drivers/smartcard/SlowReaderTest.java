package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import jnasmartcardio.Smartcardio;
import kiosk.drivers.peers.PcscdPeer;
import kiosk.drivers.peers.PeerRoom;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.SocialCardEmulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two readers on one pcscd, one with a card that thinks for two seconds about each command; a context each, as the driver has it. */
@Peers({Tool.PCSCD, Tool.IFD_HEADERS, Tool.GCC})
class SlowReaderTest {
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final CommandAPDU COMMAND = new CommandAPDU(0x00, 0xA4, 0x04, 0x00);
    private static final int BATCHES = 20;
    private static final int A_BATCH = 100;

    @Test
    @Tag("bench")
    @Timeout(300)
    void aSlowReaderDoesNotHoldUpTheOther() throws Exception {
        try (SocialCardEmulator slow = SocialCardEmulator.on(0).pace(Duration.ZERO);
                SocialCardEmulator quick = SocialCardEmulator.on(0).pace(Duration.ZERO);
                PcscdPeer service = new PcscdPeer(List.of(slow.address(), quick.address()))) {
            slow.insert(CardContent.ofAnotherKind());
            quick.insert(CardContent.ofAnotherKind());
            Session slowCard = new Session(0);
            Session quickCard = new Session(1);
            slow.think(SLOW);
            quickCard.time(A_BATCH, new ArrayList<>());
            List<Long> alone = new ArrayList<>();
            List<Long> beside = new ArrayList<>();
            for (int batch = 0; batch < BATCHES; batch++) {
                quickCard.time(A_BATCH, alone);
                besideTheSlow(slow, slowCard, () -> quickCard.time(A_BATCH, beside));
            }
            assertThat(service.runs()).isTrue();
            slowCard.close();
            quickCard.close();
            assertThat(write(alone, beside)).isLessThanOrEqualTo(1.5);
        }
    }

    private static void besideTheSlow(SocialCardEmulator slow, Session slowCard, Runnable work) throws Exception {
        AtomicBoolean thinks = new AtomicBoolean(true);
        Thread held = new Thread(() -> {
            slowCard.send();
            thinks.set(false);
        });
        long before = slow.commands();
        held.start();
        PeerRoom.await(() -> slow.commands() > before, "the slow card to be asked");
        work.run();
        assertThat(thinks).as("the slow card still thinks").isTrue();
        held.join(SLOW.multipliedBy(2).toMillis());
    }

    private static double write(List<Long> alone, List<Long> beside) throws IOException {
        double ratio = (double) at(beside, 0.99) / at(alone, 0.99);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(
                folder.resolve("slow-reader.json"),
                String.format(
                        Locale.ROOT,
                        "{\"name\": \"slow-reader\", \"unit\": \"us\", \"n\": %d, \"ours\": {\"p50\": %d, \"p99\": %d},"
                                + " \"bare\": {\"p50\": %d, \"p99\": %d}, \"ratioP50\": %.3f, \"ratioP99\": %.3f}%n",
                        beside.size(),
                        at(beside, 0.5),
                        at(beside, 0.99),
                        at(alone, 0.5),
                        at(alone, 0.99),
                        (double) at(beside, 0.5) / at(alone, 0.5),
                        ratio));
        return ratio;
    }

    private static long at(List<Long> nanos, double share) {
        return nanos.stream().sorted().toList().get((int) Math.ceil(share * nanos.size()) - 1) / 1000;
    }

    /** A card connected by a context of its own. */
    private static final class Session {
        private final CardTerminals context;
        private final Card card;

        Session(int reader) throws CardException {
            context = new PcscSource(new Smartcardio()).establish();
            card = context.list().stream()
                    .filter(terminal -> terminal.getName().startsWith(PcscdPeer.nameOf(reader)))
                    .findFirst()
                    .orElseThrow()
                    .connect("*");
        }

        void send() {
            try {
                card.getBasicChannel().transmit(COMMAND);
            } catch (CardException e) {
                throw new IllegalStateException("the card does not answer", e);
            }
        }

        void time(int commands, List<Long> nanos) {
            for (int i = 0; i < commands; i++) {
                long start = System.nanoTime();
                send();
                nanos.add(System.nanoTime() - start);
            }
        }

        void close() throws CardException, IOException {
            card.disconnect(false);
            PcscSource.release(context);
        }
    }
}
