package kiosk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Picture;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.submission.Slip;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperOfficeTest {
    private static final Typefaces BUNDLED = Typefaces.with(List.of());
    private static final PaperOffice OFFICE = new PaperOffice(Slips.PLACE, Slips.HELP, BUNDLED);

    @TempDir
    Path folder;

    @Test
    void theNumberStandsLargeAndInTheMiddle() {
        assertThat(OFFICE.receipt(Slips.delivered("张**")).parts())
                .contains(new Line("M202611220000000018", Size.DOUBLE, Align.CENTRE))
                .contains(new Line("本机编号：K001-261122-0007-2", Size.NORMAL, Align.LEFT));
    }

    @Test
    void aProvisionalNumberIsMarkedAsSuch() {
        Receipt receipt = OFFICE.receipt(Slips.provisional("张**"));
        assertThat(receipt.parts()).contains(new Line("K001-261122-0007-2", Size.DOUBLE, Align.CENTRE));
        assertThat(textOf(receipt)).contains("临时受理号").contains("正式的办件编号").doesNotContain("本机编号");
        assertThat(textOf(OFFICE.receipt(Slips.delivered("张**")))).doesNotContain("临时");
    }

    @Test
    void whatHappensNextAndByWhenAreOnIt() {
        assertThat(textOf(OFFICE.receipt(Slips.delivered("张**"))))
                .contains("接下来")
                .contains("受理后备案才生效")
                .contains("最晚办结：2026年11月24日")
                .contains("申请人：张**");
    }

    @Test
    void aClaimToWhatIsIssuedSaysHowAndUntilWhenItIsCollected() {
        Slip claim = Slips.delivered("张**").claiming();
        assertThat(textOf(OFFICE.receipt(claim)))
                .contains("取件回执")
                .contains("最晚来取：2026年12月22日")
                .contains("这次没有打印出来")
                .doesNotContain("还没有开出来");
    }

    @Test
    void moneyIsWrittenInYuanWithItsFen() {
        assertThat(textOf(OFFICE.receipt(Slips.paid(40_005))))
                .contains("已付金额：400.05元")
                .contains("缴费回执");
        assertThat(textOf(OFFICE.receipt(Slips.paid(40_000)))).contains("400.00元");
    }

    @Test
    void aClaimSaysHowTheDocumentIsCollected() {
        assertThat(textOf(OFFICE.receipt(Slips.claim("张**"))))
                .contains("取件回执")
                .contains("怎么取")
                .contains("今天用的这张证");
    }

    @Test
    void theCodeHoldsTheIdentityOnTheWire() {
        assertThat(OFFICE.receipt(Slips.delivered("张**")).parts())
                .contains(new Receipt.QrCode("kiosk:0193a1f0-5c11-7abc-8def-0123456789ab"));
    }

    @Test
    void whatProvesTheSlipIsItsCodeOnBothPapers() throws IOException {
        Slip proved = Slips.delivered("张**").proved("OKQ1:" + "0Z".repeat(235));
        assertThat(OFFICE.receipt(proved).parts()).contains(new Receipt.QrCode("OKQ1:" + "0Z".repeat(235)));
        assertThat(textOf(OFFICE.receipt(proved))).contains("查真假").contains("M202611220000000018");
        assertThat(textOf(OFFICE.page(proved)).replaceAll("\\s", "")).contains("都能查真假");
        assertThat(RollPaper.of(OFFICE.receipt(proved), BUNDLED).getHeight()).isBetween(900, 1800);
    }

    @Test
    void noLineIsWiderThanThePaperOrHasACharacterThePrinterLacks() {
        Receipt receipt = OFFICE.receipt(Slips.provisional("古丽巴哈尔·阿卜杜热合曼".repeat(8) + "𬱖"));
        assertThat(receipt.parts().stream().filter(Line.class::isInstance).map(Line.class::cast))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(Charset.forName("GBK").newEncoder().canEncode(it.text()))
                            .isTrue();
                    assertThat(it.text().getBytes(Charset.forName("GBK")).length)
                            .isLessThanOrEqualTo(it.size() == Size.DOUBLE ? 24 : 48);
                });
    }

    @Test
    void aNameBeyondThePrintersFontIsDrawnAsDots() {
        for (String name : List.of("𬱖", "㛃", "䶮", "𠅤")) {
            List<Picture> pictures = pictures(OFFICE.receipt(Slips.delivered("王" + name + "*")));
            assertThat(pictures).hasSize(1).allSatisfy(it -> {
                assertThat(it.width()).isEqualTo(ReceiptPrinter.DOTS_ACROSS);
                assertThat(it.height()).isBetween(24, 40);
                assertThat(black(it)).isBetween(600, 2500);
            });
        }
        assertThat(pictures(OFFICE.receipt(Slips.delivered("张**")))).isEmpty();
    }

    @Test
    void whatIsDrawnIsTheCharacterAndNotABox() {
        List<byte[]> drawn = List.of("𬱖", "㛃", "䶮", "𠅤").stream()
                .map(it -> pictures(OFFICE.receipt(Slips.delivered(it))).get(0).bits())
                .toList();
        assertThat(drawn).doesNotHaveDuplicates();
        Picture boxed = new DotPainter(BUNDLED).line("申请人：口", Size.NORMAL, Align.LEFT);
        assertThat(drawn).noneMatch(it -> Arrays.equals(it, boxed.bits()));
    }

    @Test
    void aCharacterNoFontHasIsNamedOnBothPapers() throws IOException {
        Slip slip = Slips.delivered("王𠀀*");
        assertThat(textOf(OFFICE.receipt(slip))).contains("申请人：王〔U+20000〕*");
        assertThat(textOf(OFFICE.page(slip))).contains("王〔U+20000〕*");
        assertThat(OFFICE.missing("王𠀀*")).containsExactly("U+20000");
    }

    @Test
    void aRareCharacterOfAnotherFontIsOnThePageAndCanBeExtracted() throws IOException {
        SpareFont.whichDrawsU20000(folder.resolve("spare.ttf"));
        PaperOffice office = new PaperOffice(Slips.PLACE, Slips.HELP, Typefaces.with(List.of(folder)));
        assertThat(textOf(office.page(Slips.delivered("王𠀀𬱖测")))).contains("王𠀀𬱖测");
        assertThat(pictures(office.receipt(Slips.delivered("王𠀀")))).hasSize(1);
    }

    @Test
    void thePagesTextIsWhatTheReceiptSays() throws IOException {
        String text = textOf(OFFICE.page(Slips.delivered("王𬱖㛃䶮𠅤*")));
        assertThat(text)
                .contains("示范区政务服务中心")
                .contains("受理回执")
                .contains("M202611220000000018")
                .contains("跨省异地就医备案")
                .contains("Registration for care in another province")
                .contains("王𬱖㛃䶮𠅤*")
                .contains("2026-11-22 09:15")
                .contains("2026年11月24日")
                .contains("请找大厅工作人员，或拨打 12345");
        assertThat(textOf(OFFICE.page(Slips.claim("张**")))).contains("取件回执").contains("怎么取");
        assertThat(textOf(OFFICE.page(Slips.provisional("张**")))).contains("临时受理号");
    }

    @Test
    void thePageIsOneSheetOfA4NamedByItsNumber() throws IOException {
        PagePrinter.Job job = OFFICE.page(Slips.paid(40_000));
        assertThat(job.name()).isEqualTo("K001-261122-0007-2");
        assertThat(job.pages()).isEqualTo(1);
        assertThat(job.pdf()).hasSizeLessThan(200_000);
        try (PDDocument document = Loader.loadPDF(job.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 36);
            assertThat(picture.getWidth()).isBetween(297, 298);
            assertThat(picture.getHeight()).isBetween(420, 421);
            assertThat(inkOf(picture)).isBetween(2_000, 40_000);
        }
    }

    @Test
    void thePersonIsInNoName() {
        PagePrinter.Job job = OFFICE.page(Slips.delivered("张测试"));
        assertThat(job.toString() + SlipText.of(Slips.delivered("张测试"))).doesNotContain("张测试");
        assertThat(SlipText.of(Slips.delivered("张测试")).rows().toString()).doesNotContain("张测试");
    }

    @Test
    void theRollAsItComesOutIsAboutAHandLong() {
        BufferedImage roll = RollPaper.of(OFFICE.receipt(Slips.provisional("王𬱖*")), BUNDLED);
        assertThat(roll.getWidth()).isEqualTo(ReceiptPrinter.DOTS_ACROSS + 64);
        assertThat(roll.getHeight()).isBetween(900, 1800);
    }

    private static List<Picture> pictures(Receipt receipt) {
        return receipt.parts().stream()
                .filter(Picture.class::isInstance)
                .map(Picture.class::cast)
                .toList();
    }

    private static String textOf(Receipt receipt) {
        StringBuilder text = new StringBuilder();
        receipt.parts().stream().filter(Line.class::isInstance).forEach(it -> text.append(((Line) it).text()));
        return text.toString();
    }

    private static String textOf(PagePrinter.Job job) throws IOException {
        try (PDDocument document = Loader.loadPDF(job.pdf())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int black(Picture picture) {
        return BitSet.valueOf(picture.bits()).cardinality();
    }

    private static int inkOf(BufferedImage picture) {
        int ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += (picture.getRGB(x, y) & 0xFF) < 0xC0 ? 1 : 0;
            }
        }
        return ink;
    }
}
