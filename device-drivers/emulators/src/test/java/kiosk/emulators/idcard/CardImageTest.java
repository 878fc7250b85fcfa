package kiosk.emulators.idcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import org.junit.jupiter.api.Test;

class CardImageTest {
    private static final IdCard ZHANG = new IdCard(
            IdCard.Layout.RESIDENT,
            "张测试",
            "",
            Sex.MALE,
            "01",
            LocalDate.of(1990, 3, 7),
            "北京市东城区测试街道1号院2号楼303室",
            "110101199003078881",
            "北京市公安局东城分局",
            LocalDate.of(2020, 1, 1),
            Optional.of(LocalDate.of(2040, 1, 1)));

    @Test
    void theWholeAnswerOfTheExampleCardEndsWithItsKnownCheckByte() {
        byte[] frame = SdtWire.frame(
                SdtSam.body(SdtSam.OK, CardImage.of(ZHANG).withoutPhoto().baseInformation()));
        assertThat(frame).hasSize(1295);
        assertThat(HexFormat.of().formatHex(frame, 0, 14)).isEqualTo("aaaaaa96690508000090" + "01000400");
        assertThat(frame[1294]).isEqualTo((byte) 0x3B);
    }

    @Test
    void theAnswerWithANewerAddressEndsWithItsKnownCheckByte() {
        byte[] address =
                CardImage.of(ZHANG).withNewAddress("上海市浦东新区测试路88号").newAddress().orElseThrow();
        byte[] frame = SdtWire.frame(SdtSam.body(SdtSam.OK, address));
        assertThat(frame).hasSize(81);
        assertThat(frame[80]).isEqualTo((byte) 0x83);
    }

    @Test
    void theTextIsLittleEndianAndPaddedWithSpaces() {
        byte[] text = CardImage.of(ZHANG).text();
        assertThat(HexFormat.of().formatHex(text, 0, 8)).isEqualTo("205f4b6dd58b2000");
        assertThat(HexFormat.of().formatHex(text, 30, 36)).isEqualTo("310030003100");
        assertThat(HexFormat.of().formatHex(text, 248, 250)).isEqualTo("2000");
    }

    @Test
    void noByteOfThePhotoIsZeroSoThatAShiftedReadShows() {
        byte[] data = CardImage.of(ZHANG).baseInformation();
        assertThat(Arrays.copyOfRange(data, 4 + 256, data.length)).hasSize(1024).doesNotContain(0);
    }

    @Test
    void aNameThatDoesNotFitIsRefusedRatherThanCut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextBlock.padded("\uD840\uDC87".repeat(8), 30))
                .withMessage("a field of 30 bytes cannot take 32");
    }
}
