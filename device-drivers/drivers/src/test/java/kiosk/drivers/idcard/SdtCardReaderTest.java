package kiosk.drivers.idcard;

import static kiosk.contracts.FictionalCards.LIN;
import static kiosk.contracts.FictionalCards.RARE;
import static kiosk.contracts.FictionalCards.SMITH;
import static kiosk.contracts.FictionalCards.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import kiosk.contracts.Reads;
import kiosk.device.CardTrouble;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.IdCardReader.Broken;
import kiosk.device.IdCardReader.Outcome;
import kiosk.device.IdCardReader.Read;
import kiosk.device.IdCardReader.Unreadable;
import kiosk.device.Presence;
import kiosk.emulators.idcard.CardImage;
import kiosk.emulators.idcard.SdtEmulator;
import kiosk.emulators.idcard.Spoiling;
import kiosk.emulators.serial.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SdtCardReaderTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int FIND = 0x2001;
    private static final int SELECT = 0x2002;
    private static final int READ = 0x3001;

    private interface Trial {
        void on(SdtEmulator emulator, IdCardReader reader) throws Exception;
    }

    private static void tryOut(Map<String, String> options, Trial trial) throws Exception {
        try (SdtBench bench = new SdtBench(Pace.none(), options);
                IdCardReader reader = bench.reader()) {
            trial.on(bench.emulator, reader);
        }
    }

    @Test
    void theDriverIsFoundByItsName() {
        assertThat(ServiceLoader.load(DeviceProvider.class))
                .anyMatch(provider -> provider.driver().equals("sdt-serial"));
    }

    @Test
    void theHealthCarriesTheNumberOfTheSecurityModule() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            assertThat(reader.health())
                    .isEqualTo(Health.online(
                            new Health.Nameplate("", "SDT", "", "", "05.01-20230415-0001234567-0089012345")));
        });
    }

    @ParameterizedTest
    @CsvSource({"0x31, LAY_AGAIN", "0x32, NOT_GENUINE", "0x33, NOT_GENUINE", "0x40, WRONG_CARD", "0x91, DAMAGED"})
    void aRefusedReadIsTheCardsTrouble(String status, CardTrouble trouble) throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(ZHANG));
            emulator.refuseNext(READ, Integer.decode(status));
            assertThat(reader.read(SOON)).isEqualTo(new Unreadable(trouble));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0x60, HARDWARE, SW 00 00 60",
        "0x66, NOT_AUTHORISED, SW 00 00 66",
        "0x23, NOT_AUTHORISED, SW 00 00 23",
        "0x21, GARBLED, SW 00 00 21",
        "0x77, GARBLED, SW 00 00 77"
    })
    void aModuleThatDoesNotWorkIsTheReadersFaultUntilItRecovers(String status, Fault.Cause cause, String code)
            throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            Fault fault = new Fault(cause, code);
            emulator.layCard(CardImage.of(ZHANG));
            emulator.moduleFails(Integer.decode(status));
            assertThat(reader.read(SOON)).isEqualTo(new Broken(fault));
            assertThat(reader.health().fault()).contains(fault);
            emulator.moduleRecovers();
            emulator.refuseNext(FIND, Integer.decode(status));
            assertThat(reader.read(SOON)).isEqualTo(new Broken(fault));
            assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(ZHANG));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x41", "0x47", "0x81", "0x24"})
    void aPassingTroubleIsOvercomeWithoutTheCitizen(String status) throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(ZHANG));
            emulator.refuseNext(READ, Integer.decode(status));
            assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(ZHANG));
        });
    }

    @Test
    void aTroubleThatStaysAsksTheCitizenToLayTheCardAgain() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(ZHANG));
            emulator.refuseNext(SELECT, 0x81);
            emulator.refuseNext(READ, 0x41);
            assertThat(reader.read(SOON)).isEqualTo(new Unreadable(CardTrouble.LAY_AGAIN));
        });
    }

    @Test
    void aCardLiftedBeforeItsNewerAddressIsReadIsToBeLaidAgain() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(LIN));
            emulator.refuseNext(SdtReading.NEW_ADDRESS, 0x41);
            assertThat(reader.read(SOON)).isEqualTo(new Unreadable(CardTrouble.LAY_AGAIN));
        });
    }

    @Test
    void aReaderThatKnowsNoNewerAddressStillReadsCards() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(RARE));
            emulator.refuseNext(SdtReading.NEW_ADDRESS, 0x21);
            assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(RARE));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECKSUM", "LENGTH", "HALF", "NOISE_BEFORE", "OVERSIZE", "LATE_ANSWER_BEFORE"})
    void anySpoiltAnswerIsOvercome(Spoiling spoiling) throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            assertThat(reader.health().usable()).isTrue();
            emulator.layCard(CardImage.of(SMITH));
            emulator.spoilNext(spoiling);
            emulator.spoilNext(spoiling);
            assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(SMITH));
        });
    }

    @Test
    void longNoiseIsGarbledSoonAndHeals() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.spoilNext(Spoiling.LONG_NOISE);
            assertThat(causeOf(reader.read(SOON))).isEqualTo(Fault.Cause.GARBLED);
            emulator.layCard(CardImage.of(ZHANG));
            assertThat(healed(reader)).isEqualTo(new Read(ZHANG));
        });
    }

    /** The far end may still be shedding its noise: a kiosk asks again, and so does this. */
    private static Outcome healed(IdCardReader reader) throws InterruptedException {
        Outcome outcome = reader.read(SOON);
        for (int i = 0; i < 50 && outcome instanceof Broken; i++) {
            outcome = reader.read(SOON);
        }
        return Reads.bare(outcome);
    }

    private static Fault.Cause causeOf(Outcome outcome) {
        return ((Broken) outcome).fault().cause();
    }

    @Test
    void aCardWhoseTextIsDamagedGoesToTheWindow() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(ZHANG).withText(0, (byte) 0x40, (byte) 0xD8));
            assertThat(reader.read(SOON)).isEqualTo(new Unreadable(CardTrouble.DAMAGED));
        });
    }

    @Test
    void presenceIsProbedUntilTheCardIsGone() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            assertThat(reader.presence()).isEqualTo(Presence.GONE);
            emulator.layCard(CardImage.of(ZHANG));
            reader.read(SOON);
            assertThat(reader.presence()).isEqualTo(Presence.THERE);
            emulator.takeCard();
            assertThat(reader.presence()).isEqualTo(Presence.GONE);
        });
    }

    @Test
    void presenceIsUnknownOnceTheModuleMayHaveLostTheCard() throws Exception {
        tryOut(Map.of(), (emulator, reader) -> {
            emulator.layCard(CardImage.of(ZHANG));
            reader.read(SOON);
            reader.read(Duration.ofMillis(10));
            emulator.refuseNext(SdtReading.NEW_ADDRESS, 0x41);
            assertThat(reader.presence()).isEqualTo(Presence.UNKNOWN);
            assertThat(reader.presence()).isEqualTo(Presence.THERE);
            emulator.takeCard();
            assertThat(reader.presence()).as("found again, so not lost").isEqualTo(Presence.GONE);
        });
    }

    @Test
    void presenceIsToldAsTheSettingsSay() throws Exception {
        tryOut(Map.of("presence", "find"), (emulator, reader) -> {
            emulator.layCard(CardImage.of(ZHANG));
            reader.read(SOON);
            emulator.refuseNext(FIND, 0x9F);
            assertThat(reader.presence()).isEqualTo(Presence.THERE);
            assertThat(reader.presence()).isEqualTo(Presence.GONE);
        });
        tryOut(
                Map.of("presence", "unknown"),
                (emulator, reader) -> assertThat(reader.presence()).isEqualTo(Presence.UNKNOWN));
    }

    @Test
    void theSpeedIsFoundWhereItIsToBeFound() throws Exception {
        tryOut(Map.of("baud", "auto"), (emulator, reader) -> {
            emulator.speaksOnlyAt(38400);
            assertThat(reader.health().state()).isEqualTo(Health.State.ONLINE);
            emulator.layCard(CardImage.of(ZHANG));
            assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(ZHANG));
        });
        tryOut(Map.of("baud", "115200"), (emulator, reader) -> {
            emulator.speaksOnlyAt(9600);
            assertThat(reader.health().fault()).map(Fault::cause).contains(Fault.Cause.NO_ANSWER);
        });
    }

    @Test
    void optionsThatAreMissingUnknownOrMalformedAreNamed() {
        assertRefused(Map.of(), "port");
        assertRefused(Map.of("port", "/dev/ttyS9", "speed", "1"), "speed");
        assertRefused(Map.of("port", "/dev/ttyS9", "baud", "1200"), "baud");
        assertRefused(Map.of("port", "/dev/ttyS9", "presence", "guess"), "presence");
    }

    private static void assertRefused(Map<String, String> options, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdtCardReaderProvider().open(new DeviceSettings("sdt-serial", options)))
                .withMessageContaining(named);
    }
}
