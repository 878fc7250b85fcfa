package kiosk.emulators.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SdtEmulatorTest {
    private static final IdCard LIN = new IdCard(
            IdCard.Layout.HK_MACAO_TAIWAN,
            "林测试",
            "",
            Sex.FEMALE,
            "",
            LocalDate.of(1990, 1, 1),
            "广东省深圳市测试路1号",
            "810000199001010019",
            "深圳市公安局",
            LocalDate.of(2020, 1, 1),
            Optional.empty());

    private static final String FIND = "AAAAAA966900032001" + "22";
    private static final String SELECT = "AAAAAA966900032002" + "21";
    private static final String READ = "AAAAAA966900033001" + "32";
    private static final String NEW_ADDRESS = "AAAAAA966900033003" + "30";
    private static final String FOUND = "AAAAAA966900080000" + "9F0000000097";
    private static final String NO_CARD = "AAAAAA966900040000" + "8084";
    private static final String SELECTED = "AAAAAA9669000C0000" + "9000000000000000009C";

    private final SdtEmulator reader = new SdtEmulator(Pty.open(), Pace.none());
    private RandomAccessFile port;

    @BeforeEach
    void open() throws IOException {
        port = new RandomAccessFile(reader.path(), "rw");
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        reader.close();
    }

    @Test
    void theKnownRequestsGetTheKnownAnswers() throws IOException {
        assertThat(ask("AAAAAA9669000311FFED")).isEqualTo("AAAAAA9669000400009094");
        assertThat(ask("AAAAAA9669000310FFEC")).isEqualTo("AAAAAA9669000400009094");
        assertThat(ask("AAAAAA9669000312FFEE"))
                .isEqualTo("AAAAAA966900140000" + "90050001000FB1340187D6120079384E0542");
        assertThat(ask(FIND)).isEqualTo(NO_CARD);
        assertThat(ask(SELECT)).isEqualTo("AAAAAA9669000400008185");
        assertThat(ask(READ)).isEqualTo("AAAAAA9669000400004145");
        reader.layCard(CardImage.of(LIN));
        assertThat(ask(FIND)).isEqualTo(FOUND);
        assertThat(ask(SELECT)).isEqualTo(SELECTED);
        assertThat(ask(READ)).startsWith("AAAAAA96690508000090" + "01000400").hasSize(2 * 1295);
        assertThat(ask(NEW_ADDRESS)).isEqualTo("AAAAAA9669000400009195");
    }

    @Test
    void aCardThatHasBeenReadIsNotFoundAgainUntilItIsLifted() throws IOException {
        reader.layCard(CardImage.of(LIN));
        readsACard();
        assertThat(ask(FIND)).isEqualTo(NO_CARD);
        reader.takeCard();
        assertThat(ask(FIND)).isEqualTo(NO_CARD);
        reader.layCard(CardImage.of(LIN));
        assertThat(ask(FIND)).isEqualTo(FOUND);
    }

    @Test
    void whatIsWrongWithARequestIsAnswered() throws IOException {
        assertThat(ask("AAAAAA96690003200123")).isEqualTo("AAAAAA9669000400001014");
        assertThat(ask("AAAAAA96690000")).isEqualTo("AAAAAA9669000400001115");
        assertThat(ask("AAAAAA96690003")).isEqualTo("AAAAAA9669000400001115");
        assertThat(ask("AAAAAA966900037777" + "03")).isEqualTo("AAAAAA9669000400002125");
        assertThat(ask("0102AAAA" + FIND)).isEqualTo(NO_CARD);
    }

    @Test
    void theModuleFailsAndRefusesAsItIsTold() throws IOException {
        reader.moduleFails(0x66);
        assertThat(ask(FIND)).isEqualTo("AAAAAA9669000400006662");
        reader.moduleRecovers();
        reader.refuseNext(0x2001, 0x24);
        assertThat(ask(FIND)).isEqualTo("AAAAAA9669000400002420");
        assertThat(ask(FIND)).isEqualTo(NO_CARD);
    }

    @Test
    void theWireTimeOfAReadCountsEveryByteBothWays() throws IOException {
        reader.layCard(CardImage.of(LIN).withNewAddress("上海市浦东新区测试路88号"));
        readsACard();
        ask(NEW_ADDRESS);
        long bytes = 4 * 10 + 15 + 19 + 1295 + 81;
        assertThat(reader.wireTimeOfTheLastRead(115200)).isEqualTo(Pace.wireTime(bytes, 115200));
        assertThat(reader.wireTimeOfTheLastRead(115200)).isBetween(Duration.ofMillis(125), Duration.ofMillis(126));
    }

    @Test
    void askingAgainWhetherTheCardLiesThereIsNoPartOfItsRead() throws IOException {
        reader.layCard(CardImage.of(LIN).withNewAddress("上海市浦东新区测试路88号"));
        readsACard();
        ask(NEW_ADDRESS);
        Duration read = reader.wireTimeOfTheLastRead(115200);
        ask(NEW_ADDRESS);
        ask(NEW_ADDRESS);
        assertThat(reader.wireTimeOfTheLastRead(115200)).isEqualTo(read);
    }

    private void readsACard() throws IOException {
        ask(FIND);
        ask(SELECT);
        ask(READ);
    }

    private String ask(String request) throws IOException {
        port.write(HexFormat.of().parseHex(request));
        byte[] header = new byte[7];
        port.readFully(header);
        byte[] rest = new byte[(header[5] & 0xFF) << 8 | (header[6] & 0xFF)];
        port.readFully(rest);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(header);
        whole.writeBytes(rest);
        return HexFormat.of().withUpperCase().formatHex(whole.toByteArray());
    }
}
