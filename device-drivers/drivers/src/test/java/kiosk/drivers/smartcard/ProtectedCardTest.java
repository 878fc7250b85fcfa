package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiosk.contracts.Reads;
import kiosk.device.CardTrouble;
import kiosk.device.DeviceSettings;
import kiosk.device.SocialCardReader;
import kiosk.device.SocialCardReader.Outcome;
import kiosk.device.SocialCardReader.Read;
import kiosk.device.SocialCardReader.Unreadable;
import kiosk.device.card.CardAuthenticator;
import kiosk.device.card.CardAuthenticator.Answered;
import kiosk.device.card.CardAuthenticator.Question;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.EmulatedCard;
import kiosk.emulators.smartcard.SocialCardEmulator;
import kiosk.emulators.smartcard.VirtualPcsc;
import kiosk.emulators.smartcard.keys.CardKeys;
import kiosk.emulators.smartcard.keys.EmulatedHsm;
import kiosk.identity.CitizenId;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProtectedCardTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final SocialCard LI = new SocialCard(
            "411600D156000005C38275EEFC9B9648",
            "000000194",
            "3.00",
            "李四",
            new CitizenId("11010519491231002X"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2021, 12, 3)),
            Optional.of(LocalDate.of(2031, 12, 2)));
    private static final EmulatedCard CARD = EmulatedCard.with(CardContent.of(LI));

    private final SocialCardEmulator emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);
    private final EmulatedHsm hsm = new EmulatedHsm(CardKeys.SM4);

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Outcome readOf(EmulatedCard card, CardAuthenticator authenticator) throws InterruptedException {
        emulator.insert(card);
        return readBy(authenticator);
    }

    private Outcome readBy(CardAuthenticator authenticator) throws InterruptedException {
        PcscSource source = new PcscSource(new VirtualPcsc().configure(emulator.address()));
        try (SocialCardReader reader =
                new PcscSocialCardReader(new PcscSession(new PcscReader(source, "")), Optional.of(authenticator))) {
            return Reads.bare(reader.read(SOON));
        }
    }

    @Test
    void aProtectedCardIsReadWholeOnceCardAndTerminalHaveProvedThemselves() throws Exception {
        assertThat(readOf(CARD, hsm)).isEqualTo(new Read(LI));
        assertThat(readOf(CARD.keys(CardKeys.TRIPLE_DES), new EmulatedHsm(CardKeys.TRIPLE_DES)))
                .as("its keys are 3DES's")
                .isEqualTo(new Read(LI));
    }

    @Test
    void theAuthenticatorIsToldTheAreaTheResetBytesAndTheAlgorithm() throws Exception {
        Question[] asked = new Question[1];
        readOf(CARD, answering(question -> {
            asked[0] = question;
            return hsm.answer(question, SOON);
        }));

        assertThat(asked[0].area()).isEqualTo("411600");
        assertThat(asked[0].historical()).isEqualTo("00814e43238697159900bf7c7a");
        assertThat(asked[0].algorithm()).isEqualTo(3);
        assertThat(asked[0]).asString().doesNotContain("411600");
    }

    @Test
    void withoutLineOrKeyTheIdentityCardIsToBeUsed() throws Exception {
        Unreadable useTheOther = new Unreadable(CardTrouble.HOLDER_PROTECTED);

        assertThat(readOf(CARD, new EmulatedHsm(CardKeys.TRIPLE_DES))).isEqualTo(useTheOther);
        assertThat(readOf(CARD, hsm.reachable(false))).isEqualTo(useTheOther);
        assertThat(CARD.keyTriesLeft()).isEqualTo(3);
    }

    @Test
    void aCardThatCannotProveItselfIsNotGenuine() throws Exception {
        CardKeys forged = new CardKeys(3, "ffffffffffffffffffffffffffffffff", CardKeys.SM4.externalMaster());

        assertThat(readOf(CARD.keys(forged), hsm)).isEqualTo(new Unreadable(CardTrouble.NOT_GENUINE));
    }

    @Test
    void aTerminalWithTheWrongKeysCostsTheCardNoTry() throws Exception {
        EmulatedCard card = EmulatedCard.with(CardContent.of(LI));
        CardKeys others = new CardKeys(3, "ffffffffffffffffffffffffffffffff", "00000000000000000000000000000000");
        for (int i = 0; i < 5; i++) {
            assertThat(readOf(card, new EmulatedHsm(others))).isEqualTo(new Unreadable(CardTrouble.NOT_GENUINE));
        }

        assertThat(card.keyTriesLeft()).isEqualTo(3);
        assertThat(readOf(card, hsm)).isEqualTo(new Read(LI));
    }

    @Test
    void aProofForYesterdaysNumbersOpensNothing() throws Exception {
        EmulatedCard card = EmulatedCard.with(CardContent.of(LI));
        Answered[] first = new Answered[1];
        CardAuthenticator replaying = answering(question -> {
            Answered now = (Answered) hsm.answer(question, SOON);
            first[0] = first[0] == null ? now : first[0];
            return new Answered(now.internal(), first[0].external());
        });
        assertThat(readOf(card, replaying)).isEqualTo(new Read(LI));

        assertThat(readOf(card, replaying)).isEqualTo(new Unreadable(CardTrouble.HOLDER_PROTECTED));
        assertThat(card.keyTriesLeft()).isEqualTo(2);
    }

    @Test
    void aProtectedCardPulledAtAnyCommandIsToBeLaidAgain() throws Exception {
        for (int commands = 0; commands < 20; commands++) {
            emulator.insert(CARD);
            emulator.pullAfter(commands);
            assertThat(readBy(new EmulatedHsm(CardKeys.SM4)))
                    .as("after %d commands", commands)
                    .isEqualTo(new Unreadable(CardTrouble.LAY_AGAIN));
        }
    }

    @Test
    void theAuthenticatorIsChosenByItsNameAndGetsItsOwnOptions() throws Exception {
        emulator.insert(CARD);
        try (SocialCardReader reader = opened(Map.of("authenticator", "emulated-hsm"))) {
            assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(LI));
        }
        try (SocialCardReader reader =
                opened(Map.of("authenticator", "emulated-hsm", "authenticator-algorithm", "3des"))) {
            assertThat(reader.read(SOON)).isEqualTo(new Unreadable(CardTrouble.HOLDER_PROTECTED));
        }
    }

    @Test
    void anAuthenticatorThatNobodyKnowsStopsTheStart() {
        assertThatThrownBy(() -> opened(Map.of("authenticator", "province")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("province")
                .hasMessageContaining("emulated-hsm");
        assertThatThrownBy(() -> opened(Map.of("authenticator", "emulated-hsm", "authenticator-colour", "red")))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> opened(Map.of("authenticator-algorithm", "sm4")))
                .hasMessageContaining("authenticator-algorithm");
    }

    private SocialCardReader opened(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        options.put("provider", "kiosk.emulators.smartcard.VirtualPcsc");
        options.put("provider-argument", emulator.address());
        return (SocialCardReader) new PcscSocialCardProvider().open(new DeviceSettings("pcsc-social", options));
    }

    @Test
    void aProofOfTheWrongLengthNeverReachesACard() {
        assertThatThrownBy(() -> new Answered("00", "00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("00");
    }

    private interface Asked {
        CardAuthenticator.Outcome answer(Question question);
    }

    private static CardAuthenticator answering(Asked asked) {
        return new CardAuthenticator() {
            @Override
            public Outcome answer(Question question, Duration patience) {
                return asked.answer(question);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
