package kiosk.drivers.smartcard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.Reads;
import kiosk.device.SocialCardReader;
import kiosk.device.SocialCardReader.Outcome;
import kiosk.device.SocialCardReader.Read;
import kiosk.drivers.peers.HealingRun;
import kiosk.drivers.peers.PcscdPeer;
import kiosk.drivers.peers.PeerRoom;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.SocialCardEmulator;
import kiosk.identity.CitizenId;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Peers({Tool.PCSCD, Tool.IFD_HEADERS, Tool.GCC})
class PcscHealingTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final SocialCard CARD = new SocialCard(
            "110100D15600000500BF7C7A48FB4966",
            "X00000019",
            "2.00",
            "张三",
            new CitizenId("110101199003078881"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2020, 10, 1)),
            Optional.of(LocalDate.of(2030, 10, 1)));

    @Test
    void aReaderPulledAndPluggedReadsAgain() throws Exception {
        healReader(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void aReaderPulledAndPluggedTwoHundredTimesReadsEachTime() throws Exception {
        healReader(200);
    }

    @Test
    void aServiceKilledWhileACardIsReadIsNotMissedByTheNextCard() throws Exception {
        healService(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void aServiceKilledTwoHundredTimesWhileCardsAreReadIsNotMissedByTheNextCard() throws Exception {
        healService(200);
    }

    private static void healReader(int cycles) throws Exception {
        try (SocialCardEmulator emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);
                PcscdPeer service = new PcscdPeer(List.of(emulator.address()));
                PcscdBench bench = new PcscdBench(service, emulator, 0);
                SocialCardReader reader = bench.reader()) {
            HealingRun.of("pcsc-reader", cycles, new Handling(bench, reader) {
                @Override
                public void takeAway() {
                    bench.unplug();
                }

                @Override
                public void giveBack() {
                    bench.emulator.plug();
                }
            });
        }
    }

    /** The card is in the middle of its answers when the service is killed. */
    private static void healService(int cycles) throws Exception {
        try (SocialCardEmulator emulator =
                        SocialCardEmulator.on(0).pace(Duration.ZERO).think(Duration.ofMillis(10));
                PcscdPeer service = new PcscdPeer(List.of(emulator.address()));
                PcscdBench bench = new PcscdBench(service, emulator, 0);
                SocialCardReader reader = bench.reader()) {
            HealingRun.of("pcscd", cycles, new Handling(bench, reader) {
                @Override
                public void takeAway() throws Exception {
                    bench.insert(CARD);
                    CompletableFuture<Outcome> torn = CompletableFuture.supplyAsync(() -> read(reader));
                    awaitCommands(emulator);
                    bench.stopService();
                    torn.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
                }

                @Override
                public void giveBack() {
                    service.start();
                }
            });
        }
    }

    private static void awaitCommands(SocialCardEmulator emulator) {
        long before = emulator.commands();
        PeerRoom.await(() -> emulator.commands() > before + 3, "the card to be asked");
    }

    private static Outcome read(SocialCardReader reader) {
        try {
            return reader.read(SOON);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the card, and asks for the health. */
    private abstract static class Handling implements HealingRun.Device {
        private final PcscdBench bench;
        private final SocialCardReader reader;

        Handling(PcscdBench bench, SocialCardReader reader) {
            this.bench = bench;
            this.reader = reader;
        }

        @Override
        public boolean works() throws InterruptedException {
            bench.emulator.insert(CardContent.of(CARD));
            return Reads.bare(reader.read(Duration.ofSeconds(1))).equals(new Read(CARD));
        }

        @Override
        public boolean isMissed() {
            return !reader.health().usable();
        }
    }
}
