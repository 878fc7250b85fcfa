package kiosk.documents.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.submission.PageDesk.Look;
import kiosk.submission.PageFlaw;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanDeskTest {
    private static final int DPI = 150;
    private static final String VERIFY = "https://verify.example.cn/c?n=110000202611220001";
    private static final String CASE = "330100202611220001";

    private final ScanDesk desk = new ScanDesk(ScanDesk.USUAL_BYTES);

    private static DrawnPage written() {
        return DrawnPage.a4(DPI).text(10.5, 40, 190);
    }

    private Look look(DrawnPage page, BufferedImage seen) throws InterruptedException {
        return desk.look(page.scanned(seen));
    }

    private static double skew(ScannedPage page) {
        int factor = Math.max(1, Math.round(page.dotsPerInch() / 100f));
        return TextSkew.of(Ink.of(Grey.of(DrawnPage.open(page), factor)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-14, 2.5})
    void aPageLaidAskewComesOutStraightAndItsCodesAreRead(double degrees) throws Exception {
        DrawnPage page = written()
                .code(BarcodeFormat.QR_CODE, VERIFY, 120, 205, 25, 25)
                .code(BarcodeFormat.CODE_128, CASE, 35, 210, 60, 14);
        Look look = look(page, DrawnPage.grained(page.laid(105, 148.5, degrees), 8, 0.9, 1));
        assertThat(skew(look.page())).isCloseTo(0, within(0.4));
        assertThat(look.page().codes())
                .containsExactlyInAnyOrder(new PageCode("QR_CODE", VERIFY), new PageCode("CODE_128", CASE));
        assertThat(look.flaws()).doesNotContain(PageFlaw.BLURRED, PageFlaw.CROOKED);
    }

    @ParameterizedTest
    @CsvSource({"000000,20", "808080,-8", "F4F4F4,-38"})
    void aCardLaidAskewIsCutOutOfTheGlass(String lid, double degrees) throws Exception {
        DrawnPage card = DrawnPage.card(DPI).text(8, 6, 48).lid(new Color(Integer.parseInt(lid, 16)));
        Look look = look(card, DrawnPage.grained(card.laid(90, 110, degrees), 5, 1, 2));
        assertThat((double) look.page().width()).isCloseTo(card.dots(85.6), within(12.0));
        assertThat((double) look.page().height()).isCloseTo(card.dots(54), within(12.0));
        assertThat(look.flaws()).isEmpty();
    }

    @Test
    void aPageThatLiesAsItShouldKeepsItsBytesAndItsFrame() throws Exception {
        DrawnPage page = written().frame(15);
        ScannedPage raw = page.scanned(page.laid());
        assertThat(desk.look(raw)).isEqualTo(new Look(raw, Set.of()));
    }

    @Test
    void aBlankPageIsBlankWithGrainDustAndAShadowAtTheEdge() throws Exception {
        DrawnPage page = DrawnPage.a4(DPI)
                .field(Color.BLACK, 0, 0, 1.5, 297)
                .field(Color.BLACK, 60, 90, 0.3, 0.3)
                .field(Color.BLACK, 140, 200, 0.3, 0.3);
        ScannedPage raw = page.scanned(DrawnPage.grained(page.laid(), 12, 0.9, 3));
        assertThat(desk.look(raw)).isEqualTo(new Look(raw, Set.of(PageFlaw.BLANK)));
    }

    @Test
    void aPageWithNothingButTwoWordsIsNotBlank() throws Exception {
        DrawnPage page = DrawnPage.a4(DPI);
        page.field(new Color(0x303030), 100, 100, 0.6, 6).field(new Color(0x303030), 106, 100, 0.6, 6);
        assertThat(look(page, DrawnPage.grained(page.laid(), 8, 0.95, 4)).flaws())
                .isEmpty();
    }

    @Test
    void aPageOutOfFocusIsBlurredHoweverGrainyItIs() throws Exception {
        DrawnPage page = written();
        BufferedImage far = DrawnPage.blurred(page.laid(), 2.5);
        assertThat(look(page, DrawnPage.grained(far, 12, 0.9, 5)).flaws()).containsExactly(PageFlaw.BLURRED);
        assertThat(look(page, DrawnPage.blurred(page.laid(), 0.7)).flaws()).isEmpty();
    }

    @Test
    void aPageInTheDarkIsDark() throws Exception {
        DrawnPage page = written();
        assertThat(look(page, DrawnPage.grained(page.laid(), 5, 0.35, 6)).flaws())
                .containsExactly(PageFlaw.DARK);
    }

    @Test
    void writingThatRunsOverTheEdgeIsCutOff() throws Exception {
        DrawnPage page = written();
        assertThat(look(page, page.laid(60, 148.5, 0)).flaws()).contains(PageFlaw.CUT_OFF);
        DrawnPage onBlack = written().lid(Color.BLACK);
        assertThat(look(onBlack, onBlack.laid(160, 148.5, 0)).flaws()).contains(PageFlaw.CUT_OFF);
    }

    @Test
    void aPageLaidFarAskewIsSaidToBeCrooked() throws Exception {
        DrawnPage page = written().lid(new Color(0xFDFDFB));
        assertThat(look(page, page.laid(105, 148.5, 16)).flaws()).contains(PageFlaw.CROOKED);
    }

    @Test
    void aLongPageIsMadeShortAndSmallPrintAndCodeStayLegible() throws Exception {
        DrawnPage page = DrawnPage.a4(200).text(7, 20, 200).code(BarcodeFormat.QR_CODE, VERIFY, 120, 215, 20, 20);
        ScannedPage raw = page.scanned(DrawnPage.grained(page.laid(), 10, 0.95, 7));
        assertThat(raw.jpeg().length).isGreaterThan(1_400_000);
        Look look = new ScanDesk(500_000).look(raw);
        assertThat(look.page().jpeg().length).isLessThanOrEqualTo(500_000);
        assertThat(look.page().dotsPerInch()).isGreaterThanOrEqualTo(JpegSize.LEAST_DOTS_AN_INCH);
        assertThat(look.flaws()).isEmpty();
        Grey small = Grey.of(DrawnPage.open(look.page()), 1);
        assertThat(CodeReader.on(small, look.page().dotsPerInch())).containsExactly(new PageCode("QR_CODE", VERIFY));
        double sharp = Sharpness.of(Grey.of(DrawnPage.open(raw), 1));
        assertThat(Sharpness.of(small)).isGreaterThan(sharp / 2);
        int width = look.page().width();
        int contrast = small.level(0.9, width / 4, width / 4, width / 2, width / 2)
                - small.level(0.05, width / 4, width / 4, width / 2, width / 2);
        assertThat(contrast).isGreaterThan(140);
    }

    /** PDF417's stop pattern is the last eighteen modules (ISO/IEC 15438); what is cut off or torn away lacks it. */
    @Test
    void aCodeWithoutItsRightEdgeDoesNotKeepThePageFromBeingHandedIn() throws Exception {
        DrawnPage page = written()
                .code(BarcodeFormat.PDF_417, CASE, 30, 205, 110, 30)
                .field(new Color(0xFDFDFB), 121, 200, 30, 40);
        assertThat(look(page, page.laid()).page().codes()).containsExactly(new PageCode("PDF_417", CASE));
    }

    @Test
    void aPageOfTwiceTheDotsIsLookedOverWithHalfOfThem() throws Exception {
        DrawnPage page = DrawnPage.a4(600).text(10.5, 40, 200).code(BarcodeFormat.QR_CODE, VERIFY, 120, 215, 25, 25);
        Look look = new ScanDesk(400_000).look(page.scanned(page.laid(105, 148.5, 3)));
        assertThat(look.flaws()).isEmpty();
        assertThat(look.page().codes()).containsExactly(new PageCode("QR_CODE", VERIFY));
        assertThat(look.page().dotsPerInch()).isBetween(JpegSize.LEAST_DOTS_AN_INCH, 300);
        assertThat((double) look.page().width() / look.page().dotsPerInch() * 25.4)
                .isCloseTo(210, within(3.0));
    }

    @Test
    void aPageThatCannotBeShortAndLegibleIsRefused() throws Exception {
        DrawnPage page = DrawnPage.a4(DPI).text(8, 20, 280);
        ScannedPage raw = page.scanned(DrawnPage.grained(page.laid(), 25, 0.95, 8));
        assertThat(new ScanDesk(100_000).look(raw)).isEqualTo(new Look(raw, Set.of(PageFlaw.TOO_LARGE)));
    }

    @Test
    void whatIsNoPictureIsDamaged() throws Exception {
        byte[] jpeg = written().scanned(DrawnPage.a4(DPI).laid()).jpeg();
        byte[] huge = jpeg.clone();
        int size = startOfFrame(huge);
        huge[size] = (byte) 0xFF;
        huge[size + 2] = (byte) 0xFF;
        for (byte[] bad : List.of(new byte[0], new byte[] {(byte) 0xFF, (byte) 0xD8}, new byte[5000], huge)) {
            ScannedPage raw = new ScannedPage(bad, 1, 1, DPI);
            assertThat(desk.look(raw)).isEqualTo(new Look(raw, Set.of(PageFlaw.DAMAGED)));
        }
        ScannedPage coarse = new ScannedPage(jpeg, 10, 10, 0);
        assertThat(desk.look(coarse).flaws()).containsExactly(PageFlaw.DAMAGED);
    }

    /** Where a JPEG says its height and width (marker SOF0, ITU-T T.81 B.2.2). */
    private static int startOfFrame(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 255) != 0xC0) {
            at += 2 + ((jpeg[at + 2] & 255) << 8) + (jpeg[at + 3] & 255);
        }
        return at + 5;
    }

    @Test
    void aLookNobodyWantsAnyMoreEndsAtOnce() {
        DrawnPage page = written();
        ScannedPage raw = page.scanned(page.laid());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> desk.look(raw)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void pagesAreBoundInOrderEachOfTheSizeOfItsPaper() throws Exception {
        DrawnPage a4 = DrawnPage.a4(DPI).field(Color.RED, 20, 20, 170, 100);
        DrawnPage card = DrawnPage.card(DPI).field(Color.BLUE, 5, 5, 70, 40);
        ScannedPage first = a4.scanned(a4.laid());
        ScannedPage second =
                desk.look(card.scanned(card.lid(Color.BLACK).laid(90, 110, 10))).page();
        byte[] pdf = desk.bind(List.of(first, second));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(595, within(3f));
            assertThat(document.getPage(1).getMediaBox().getWidth()).isCloseTo(243, within(6f));
            Color seen = new Color(new PDFRenderer(document).renderImage(1).getRGB(60, 60));
            assertThat(seen.getBlue()).isGreaterThan(200);
            assertThat(seen.getRed()).isLessThan(60);
        }
        assertThatThrownBy(() -> desk.bind(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
