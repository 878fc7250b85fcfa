package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Feed;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Picture;
import kiosk.device.Receipt.QrCode;
import kiosk.device.Receipt.Size;
import org.junit.jupiter.api.Test;

class ReceiptEncoderTest {
    private static final int PIECE = 2048;

    private static String hex(Part... parts) {
        List<byte[]> pieces = ReceiptEncoder.pieces(new Receipt(List.of(parts)), PIECE);
        return HexFormat.of().formatHex(ReceiptEncoder.joined(pieces.toArray(byte[][]::new)));
    }

    @Test
    void aLineIsAlignedSizedAndWrittenInGbkBetweenTheChineseSwitches() {
        assertThat(hex(new Line("受理A", Size.DOUBLE, Align.CENTRE)))
                .isEqualTo("1b6101" + "1d2111" + "1c26" + "cadcc0ed41" + "1c2e" + "0a" + "1d2100" + "1d564200");
    }

    @Test
    void aCodesLengthCountsBytesAndNotCharacters() {
        assertThat(hex(new QrCode("HELLO"))).contains("1d286b08003150304845" + "4c4c4f", "1d286b0300315130");
        assertThat(hex(new QrCode("办"))).contains("1d286b0600315030" + "e58a9e");
    }

    @Test
    void aLongCodeGetsSmallerDotsAndOneTooLongIsRefused() {
        assertThat(hex(new QrCode("x"))).contains("1d286b0300314308");
        assertThat(hex(new QrCode("x".repeat(500)))).contains("1d286b0300314305");
        assertThatIllegalArgumentException().isThrownBy(() -> hex(new QrCode("办".repeat(778))));
    }

    @Test
    void feedsStayWithinOneByte() {
        assertThat(hex(new Feed(3))).startsWith("1b6403");
        assertThat(hex(new Feed(1000))).startsWith("1b64ff");
        assertThat(hex(new Feed(-1))).startsWith("1b6400");
    }

    @Test
    void aPictureGoesInBandsAndNoPieceIsMuchLongerThanAsked() {
        byte[] bits = new byte[72 * 1000];
        Arrays.fill(bits, (byte) 0x5A);
        Receipt receipt = new Receipt(List.of(new Picture(576, 1000, bits)));
        for (int bytes : new int[] {128, 240, 2048}) {
            List<byte[]> pieces = ReceiptEncoder.pieces(receipt, bytes);
            assertThat(pieces).allMatch(piece -> piece.length <= bytes + 8);
            long dots = pieces.stream()
                    .mapToLong(piece -> HexFormat.of().formatHex(piece).split("5a", -1).length - 1)
                    .sum();
            assertThat(dots).isEqualTo(bits.length);
        }
    }

    @Test
    void textThatCouldBeACommandOrIsNotInGbkIsRefusedWithoutRepeatingIt() {
        for (String text : List.of("\u001B@", "\n", "\u007F", "𠮷", "\uD842")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GbkText.bytes(text))
                    .withMessageNotContaining(text);
        }
        assertThat(GbkText.bytes("龘A~ ")).hasSize(5);
    }
}
