package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import kiosk.contracts.Reads;
import kiosk.contracts.SocialCardBench;
import kiosk.contracts.SocialCardReaderContract;
import kiosk.device.CardTrouble;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.SocialCardReader;
import kiosk.device.SocialCardReader.Broken;
import kiosk.device.SocialCardReader.NoCard;
import kiosk.device.SocialCardReader.Outcome;
import kiosk.device.SocialCardReader.Read;
import kiosk.device.SocialCardReader.Unreadable;
import kiosk.drivers.peers.Contract;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.ChipHabit;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Contract(driver = "pcsc-social", farEnd = "emulator")
class PcscSocialCardReaderTest extends SocialCardReaderContract {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final EmulatedSocialCardBench here = new EmulatedSocialCardBench();

    @Override
    protected SocialCardBench bench() {
        return here;
    }

    private Outcome readOf(CardContent card) throws InterruptedException {
        here.emulator.insert(card);
        return Reads.bare(here.reader().read(SOON));
    }

    @ParameterizedTest
    @EnumSource(value = ChipHabit.class, mode = EnumSource.Mode.EXCLUDE, names = "WITHOUT_END")
    void aCardIsReadHoweverItHandsOutItsData(ChipHabit habit) throws Exception {
        here.emulator.habit(habit);

        assertThat(readOf(CardContent.of(ZHANG))).isEqualTo(new Read(ZHANG));
    }

    @Test
    void aRecordShorterThanAskedForIsAskedForAgainByItsLength() throws Exception {
        here.emulator.habit(ChipHabit.EXACT_LENGTH);
        byte[] name = "张三".getBytes(Charset.forName("GB18030"));
        CardContent card =
                CardContent.of(ZHANG).with(CardContent.EF06, 0x09, name).without(CardContent.EF06, 0x4E);

        assertThat(((Read) readOf(card)).card().name()).isEqualTo("张三");
    }

    @Test
    void aChipThatAlwaysHasMoreToSayIsLeftAfterAWhile() throws Exception {
        here.emulator.habit(ChipHabit.WITHOUT_END);

        assertThat(readOf(CardContent.of(ZHANG))).isInstanceOf(Unreadable.class);
    }

    @Test
    void aCardOfVersionOneHasNoNameExtension() throws Exception {
        SocialCard card = new SocialCard(
                ZHANG.cardId(),
                ZHANG.cardNumber(),
                "1.00",
                "张三",
                ZHANG.number(),
                Sex.FEMALE,
                Optional.empty(),
                ZHANG.expires());

        assertThat(readOf(CardContent.of(card))).isEqualTo(new Read(card));
    }

    @Test
    void aNameCutInTheMiddleOfACharacterIsDamaged() throws Exception {
        assertThat(readOf(CardContent.of(ZHANG).without(CardContent.EF06, 0x4E)))
                .isEqualTo(new Unreadable(CardTrouble.DAMAGED));
    }

    @Test
    void aNameThatIsNoTextIsDamaged() throws Exception {
        byte[] replacement = "\uFFFD".getBytes(Charset.forName("GB18030"));
        byte[] bell = {'a', 7};
        byte[] undecodable = {(byte) 0x81, 0x30, (byte) 0x81};
        for (byte[] name : new byte[][] {replacement, bell, undecodable, {}, {0, 0, 0}}) {
            CardContent card =
                    CardContent.of(ZHANG).with(CardContent.EF06, 0x09, name).without(CardContent.EF06, 0x4E);
            assertThat(readOf(card)).isEqualTo(new Unreadable(CardTrouble.DAMAGED));
        }
    }

    @Test
    void aNumberWithAWrongCheckDigitIsDamaged() throws Exception {
        assertThat(readOf(CardContent.of(ZHANG)
                        .with(CardContent.EF06, 0x08, "110101199003078882".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(new Unreadable(CardTrouble.DAMAGED));
    }

    @Test
    void aBirthDateThatDoesNotExistOrIsAnothersIsDamaged() throws Exception {
        byte[] thirtiethOfFebruary = {0x19, (byte) 0x90, 0x02, 0x30};
        byte[] anothers = {0x19, (byte) 0x90, 0x03, 0x08};
        byte[] noDigits = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        for (byte[] date : new byte[][] {thirtiethOfFebruary, anothers, noDigits, {}}) {
            assertThat(readOf(CardContent.of(ZHANG).with(CardContent.EF06, 0x0D, date)))
                    .isEqualTo(new Unreadable(CardTrouble.DAMAGED));
        }
    }

    @Test
    void aCardWithoutItsNumberOrWithAVersionThatIsNoneIsDamaged() throws Exception {
        assertThat(readOf(CardContent.of(ZHANG).without(CardContent.EF06, 0x08)))
                .isEqualTo(new Unreadable(CardTrouble.DAMAGED));
        assertThat(readOf(CardContent.of(ZHANG).with(CardContent.EF05, 0x03, new byte[] {1, 2, 3, 4})))
                .isEqualTo(new Unreadable(CardTrouble.DAMAGED));
    }

    @Test
    void recordsOfAnyLengthEndInAnOutcome() throws Exception {
        for (int tag : new int[] {0x08, 0x09, 0x4E, 0x0A, 0x0D}) {
            Outcome outcome = readOf(CardContent.of(ZHANG).with(CardContent.EF06, tag, new byte[253]));
            assertThat(outcome).isInstanceOfAny(Read.class, Unreadable.class);
        }
    }

    @Test
    void aChipThatNeverAnswersIsASilentReaderUntilItIsPulled() throws Exception {
        here.emulator.fallSilent();
        here.emulator.insert(CardContent.of(ZHANG));
        long start = System.nanoTime();
        assertThat(here.reader().read(Duration.ofMillis(500)))
                .isEqualTo(new Broken(new Fault(Fault.Cause.NO_ANSWER, "")));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
        assertThat(here.reader().health().fault().map(Fault::cause)).contains(Fault.Cause.NO_ANSWER);

        here.emulator.answerAgain();
        assertThat(Reads.bare(here.reader().read(SOON))).isEqualTo(new Read(ZHANG));
    }

    @Test
    void theReaderIsChosenByTheBeginningOfItsName() throws Exception {
        assertThat(namedReader("OneStop Virtual").health().state()).isEqualTo(Health.State.ONLINE);
        assertThat(namedReader("Another").health().fault().map(Fault::cause)).contains(Fault.Cause.NOT_CONNECTED);
    }

    @Test
    void theReadersThatArePluggedInAreThePlacesToChooseFrom() {
        PcscSocialCardProvider provider = new PcscSocialCardProvider();
        DeviceSettings there = new DeviceSettings(
                "pcsc-social",
                Map.of(
                        "provider",
                        "kiosk.emulators.smartcard.VirtualPcsc",
                        "provider-argument",
                        here.emulator.address()));
        assertThat(provider.placeOption()).contains("reader");
        assertThat(provider.places(there)).singleElement().asString().startsWith("OneStop Virtual");
        here.emulator.stopService();
        assertThat(provider.places(there)).isEmpty();
    }

    private SocialCardReader namedReader(String name) {
        Map<String, String> options = Map.of(
                "provider",
                "kiosk.emulators.smartcard.VirtualPcsc",
                "provider-argument",
                here.emulator.address(),
                "reader",
                name);
        return (SocialCardReader) new PcscSocialCardProvider().open(new DeviceSettings("pcsc-social", options));
    }

    @Test
    void aMachineWithoutTheServiceOpensTheDriverAndSaysWhatIsMissing() throws Exception {
        here.emulator.stopService();
        SocialCardReader reader = EmulatedSocialCardBench.open(here.emulator);

        assertThat(reader.health().fault().map(Fault::cause)).contains(Fault.Cause.SERVICE_MISSING);
        assertThat(reader.read(SOON)).isInstanceOf(Broken.class);
        reader.close();
    }

    @Test
    void noThreadAndNoConnectionIsLeftBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            SocialCardReader reader = EmulatedSocialCardBench.open(here.emulator);
            assertThat(reader.read(Duration.ZERO)).isEqualTo(new NoCard());
            reader.close();
        }
        assertThat(here.reader().health().usable()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("social-card-reader"))
                .hasSizeLessThan(10);
    }

    @Test
    void anOptionThatIsUnknownOrAProviderThatIsNoneIsNamed() {
        PcscSocialCardProvider provider = new PcscSocialCardProvider();

        assertThatThrownBy(() -> provider.open(new DeviceSettings("pcsc-social", Map.of("colour", "red"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> provider.open(new DeviceSettings(
                        "pcsc-social", Map.of("provider", "java.lang.String", "provider-argument", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("provider");
    }

    @Test
    void theDriverIsFoundByItsName() {
        assertThat(ServiceLoader.load(DeviceProvider.class))
                .anySatisfy(provider -> assertThat(provider.driver()).isEqualTo("pcsc-social"));
    }

    @Test
    void theSystemsServiceIsTheDefaultAndItsAbsenceIsAHealth() {
        SocialCardReader reader =
                (SocialCardReader) new PcscSocialCardProvider().open(new DeviceSettings("pcsc-social", Map.of()));

        assertThat(reader.health().fault().map(Fault::cause))
                .isIn(
                        Optional.of(Fault.Cause.SERVICE_MISSING),
                        Optional.of(Fault.Cause.NOT_CONNECTED),
                        Optional.empty());
        reader.close();
    }
}
