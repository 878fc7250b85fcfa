package kiosk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import kiosk.device.PagePrinter;
import kiosk.submission.IssuedDocument;
import kiosk.submission.Paperwork.Check;
import kiosk.submission.Paperwork.Fit;
import kiosk.submission.Paperwork.Unfit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No case may take longer than the patience at a printer, whatever the bytes are. */
@Timeout(20)
class DocumentCheckTest {
    private static final String CODE = "8F3K-2MQ7-XW4D";

    @Test
    void whatWasAnnouncedMayBePrintedAsItCame() throws IOException {
        byte[] pdf = IssuedPdf.saved(IssuedPdf.of(2, "验证码：" + CODE));
        assertThat(check(pdf, 2)).isInstanceOfSatisfying(Fit.class, it -> {
            assertThat(it.job()).isEqualTo(new PagePrinter.Job("K001-261122-0007-2", pdf, 2));
            assertThat(it.job().pdf()).isSameAs(pdf);
        });
    }

    @Test
    void aCodeThatIsBrokenOverTwoLinesIsFoundAllTheSame() throws IOException {
        assertThat(check(IssuedPdf.saved(IssuedPdf.of(1, "8F3K-2M", "Q7-xw4d")), 1))
                .isInstanceOf(Fit.class);
    }

    @Test
    void aDocumentWithoutItsVerificationCodeIsNotPrinted() throws IOException {
        assertThat(check(IssuedPdf.saved(IssuedPdf.of(1, "8F3K-2MQ7-XW4E")), 1))
                .isEqualTo(new Unfit("verification-code"));
        byte[] pdf = IssuedPdf.saved(IssuedPdf.of(1, CODE));
        assertThat(DocumentCheck.of(new IssuedDocument(Slips.ID, pdf, " ", 1), Slips.NUMBER))
                .isEqualTo(new Unfit("verification-code"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, -1, 31})
    void moreOrFewerPagesThanAnnouncedAreNotPrinted(int announced) throws IOException {
        assertThat(check(IssuedPdf.saved(IssuedPdf.of(2, CODE)), announced)).isEqualTo(new Unfit("pages"));
    }

    @Test
    void moreThanThirtyPagesAreNotPrintedThoughAnnounced() throws IOException {
        assertThat(check(IssuedPdf.saved(IssuedPdf.of(31, CODE)), 31)).isEqualTo(new Unfit("pages"));
    }

    @Test
    void aPageAsLargeAsAHouseIsNotPrinted() throws IOException {
        PDDocument document = IssuedPdf.of(1, CODE);
        document.getPage(0).setMediaBox(new PDRectangle(14_400, 14_400));
        assertThat(check(IssuedPdf.saved(document), 1)).isEqualTo(new Unfit("pages"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opened by nobody"})
    void anEncryptedDocumentIsNotPrinted(String password) throws IOException {
        PDDocument document = IssuedPdf.of(1, CODE);
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        assertThat(check(IssuedPdf.saved(document), 1)).isEqualTo(new Unfit("encrypted"));
    }

    @Test
    void aDocumentThatDoesSomethingIsNotPrinted() throws IOException {
        PDDocument script = IssuedPdf.of(1, CODE);
        script.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        assertThat(check(IssuedPdf.saved(script), 1)).isEqualTo(new Unfit("active-content"));
        PDDocument program = IssuedPdf.of(1, CODE);
        program.getDocumentCatalog().setOpenAction(new PDActionLaunch());
        assertThat(check(IssuedPdf.saved(program), 1)).isEqualTo(new Unfit("active-content"));
    }

    @Test
    void aDocumentThatCarriesAnotherIsNotPrinted() throws IOException {
        PDDocument document = IssuedPdf.of(1, CODE);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
        document.getDocumentCatalog().setNames(names);
        assertThat(check(IssuedPdf.saved(document), 1)).isEqualTo(new Unfit("attachment"));
    }

    @Test
    void aPlainLinkDoesNoHarm() throws IOException {
        PDDocument document = IssuedPdf.of(1, CODE);
        PDActionURI link = new PDActionURI();
        link.setURI("https://platform.example/verify");
        document.getDocumentCatalog().setOpenAction(link);
        assertThat(check(IssuedPdf.saved(document), 1)).isInstanceOf(Fit.class);
    }

    @Test
    void whatIsNoPdfIsSaidToBeNone() {
        assertThat(check(new byte[0], 1)).isEqualTo(new Unfit("not-a-pdf"));
        assertThat(check("<html><body>Please log in</body></html>", 1)).isEqualTo(new Unfit("not-a-pdf"));
        assertThat(check("%PDF-1.7\n" + CODE + "\n%%EOF", 1)).isEqualTo(new Unfit("not-readable"));
        assertThat(check(new byte[DocumentCheck.LARGEST + 1], 1)).isEqualTo(new Unfit("too-large"));
    }

    @Test
    void aDocumentCutShortAnywhereIsNotPrinted() throws IOException {
        byte[] pdf = IssuedPdf.saved(IssuedPdf.of(1, CODE));
        for (int length = 0; length < pdf.length - 8; length += pdf.length / 40) {
            assertThat(check(Arrays.copyOf(pdf, length), 1)).isInstanceOf(Unfit.class);
        }
    }

    @Test
    void spoiltBytesNeverThrowAndNeverTakeLong() throws IOException {
        byte[] pdf = IssuedPdf.saved(IssuedPdf.of(1, CODE));
        Random random = new Random(20261122);
        for (int round = 0; round < 80; round++) {
            byte[] spoilt = pdf.clone();
            for (int hit = 0; hit < 1 + round % 20; hit++) {
                spoilt[5 + random.nextInt(spoilt.length - 5)] = (byte) random.nextInt();
            }
            assertThat(check(spoilt, 1)).isNotNull();
        }
    }

    @Test
    void pureNoiseUnderTheRightHeaderIsNotReadable() {
        byte[] noise = new byte[4 << 20];
        new Random(7).nextBytes(noise);
        put(noise, 0, "%PDF-1.7\n");
        put(noise, noise.length - 6, "%%EOF\n");
        assertThat(check(noise, 1)).isEqualTo(new Unfit("not-readable"));
    }

    @Test
    void aStreamThatInflatesToAThousandTimesItsSizeIsRefusedUnread() throws IOException {
        byte[] bomb = deflated(new byte[1 << 20], 100);
        assertThat(bomb).hasSizeLessThan(1 << 18);
        assertThat(check(IssuedPdf.withRawStream(bomb, "/FlateDecode"), 1)).isEqualTo(new Unfit("inflates-too-large"));
    }

    @Test
    void aStreamCompressedTwiceIsRefusedUnread() throws IOException {
        byte[] bomb = deflated(deflated(new byte[1 << 20], 64), 1);
        assertThat(check(IssuedPdf.withRawStream(bomb, "[/FlateDecode /FlateDecode]"), 1))
                .isEqualTo(new Unfit("compressed-twice"));
    }

    @Test
    void aStreamPackedInAWayNoOfficeUsesIsRefused() throws IOException {
        assertThat(check(IssuedPdf.withRawStream(new byte[] {(byte) 129, 'x', (byte) 128}, "/RunLengthDecode"), 1))
                .isEqualTo(new Unfit("packed-strangely"));
    }

    @Test
    void formsThatDrawFormsDoNotMultiplyForEver() throws IOException {
        long begun = System.nanoTime();
        assertThat(check(IssuedPdf.formsWithinForms(40), 1)).isEqualTo(new Unfit("draws-too-much"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aHundredThousandBracketsDoNotEndTheTerminal() {
        String deep =
                "%PDF-1.7\n1 0 obj\n" + "[".repeat(100_000) + "\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        assertThat(check(deep, 1)).isInstanceOf(Unfit.class);
    }

    @Test
    void aTreeOfPagesThatBitesItsTailEnds() {
        String tail = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>endobj
                trailer<</Root 1 0 R/Size 3>>
                startxref
                0
                %%EOF
                """;
        assertThat(check(tail, 1)).isInstanceOf(Unfit.class);
    }

    private static Check check(String pdf, int pages) {
        return check(pdf.getBytes(StandardCharsets.ISO_8859_1), pages);
    }

    private static Check check(byte[] pdf, int pages) {
        return new PaperOffice(Slips.PLACE, Slips.HELP, Typefaces.with(List.of()))
                .check(new IssuedDocument(Slips.ID, pdf, CODE, pages), Slips.NUMBER);
    }

    private static void put(byte[] bytes, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, text.length());
    }

    private static byte[] deflated(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small)) {
            for (int time = 0; time < times; time++) {
                out.write(bytes);
            }
        }
        return small.toByteArray();
    }
}
