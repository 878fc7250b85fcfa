package kiosk.documents.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import kiosk.catalogue.Text;
import kiosk.device.PagePrinter;
import kiosk.documents.PaperOffice;
import kiosk.documents.Typefaces;
import kiosk.upkeep.HandOver;
import kiosk.upkeep.HandOver.Mark;
import kiosk.upkeep.HandOver.Row;
import kiosk.upkeep.HandOver.Section;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final PaperOffice OFFICE =
            new PaperOffice(new Text("大厅", "Hall"), new Text("12345", "12345"), Typefaces.with(List.of()));
    private static final Instant MADE = Instant.parse("2026-11-22T02:24:00Z");

    private static byte[] signature() throws IOException {
        BufferedImage drawn = new BufferedImage(300, 120, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 120);
        pen.setColor(Color.BLACK);
        pen.drawLine(10, 100, 290, 20);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        return png.toByteArray();
    }

    private static HandOver report(int tests) throws IOException {
        List<Row> tested = new ArrayList<>();
        for (int i = 0; i < tests; i++) {
            tested.add(
                    new Row(Mark.GOOD, "身份证读卡器", "11-22 10:2" + i % 10 + "；通过；读到的次数：10；读卡用时，中位数 0.8 秒；读卡用时，最长 1.1 秒"));
        }
        return new HandOver(
                "K001",
                1042,
                MADE.minusSeconds(1800),
                MADE,
                "自助终端维护交接单",
                List.of(
                        new Section(
                                "来时的状态",
                                List.of(
                                        new Row(Mark.BAD, "扫码器", "不能用，设备没有连上 [/dev/ttyUSB1]"),
                                        new Row(Mark.ATTENTION, "回执打印机", "需要照看，纸快用完了"))),
                        new Section("走时的状态", List.of(new Row(Mark.GOOD, "扫码器", "正常"))),
                        new Section("这次做的检测", tested)),
                "维护人员签名（工号 1042）",
                signature());
    }

    @Test
    void itOpensAndSaysBeforeAndAfterTestsAndWhoSigned() throws IOException {
        PagePrinter.Job job = OFFICE.handOver(report(1));
        assertThat(job.name()).isEqualTo("hand-over-K001");
        try (PDDocument document = Loader.loadPDF(job.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1).isEqualTo(job.pages());
            assertThat(new PDFTextStripper().getText(document))
                    .contains("自助终端维护交接单", "来时的状态", "走时的状态", "不能用，设备没有连上 [/dev/ttyUSB1]")
                    .contains("K001", "1042", "2026-11-22 09:54 - 2026-11-22 10:24")
                    .contains("读卡用时，中位数 0.8", "维护人员签名（工号 1042）");
        }
    }

    @Test
    void manyTestsGoOnOverMorePagesAndNoneIsLost() throws IOException {
        PagePrinter.Job job = OFFICE.handOver(report(60));
        try (PDDocument document = Loader.loadPDF(job.pdf())) {
            assertThat(job.pages()).isEqualTo(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(document).split("身份证读卡器", -1))
                    .hasSize(61);
        }
    }

    /** Printed in black and white, as the worst printer would: the code is still read, and the marks differ by their outline. */
    @Test
    void itsCodeIsReadAndItsMarksAreToldApartInBlackAndWhite() throws Exception {
        HandOver report = report(1);
        try (PDDocument document = Loader.loadPDF(OFFICE.handOver(report).pdf())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.BINARY);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText())
                    .isEqualTo(HandOverLayout.codeOf(report))
                    .startsWith("OSK-HANDOVER/1 K001 1042 2026-11-22T02:24:00Z good=2 attention=1 bad=1 sha256=");
            ImageIO.write(page, "png", new java.io.File("target/hand-over.png"));
        }
    }

    @Test
    void anotherContentHasAnotherHash() throws IOException {
        assertThat(HandOverLayout.codeOf(report(1))).isNotEqualTo(HandOverLayout.codeOf(report(2)));
        assertThat(report(1)).hasToString("HandOver[K001, 2026-11-22T02:24:00Z]");
    }
}
