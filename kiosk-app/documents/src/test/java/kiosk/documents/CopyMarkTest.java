package kiosk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Line;
import kiosk.submission.Slip;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A second print says that it is one, on whatever paper. */
class CopyMarkTest {
    private static final PaperOffice OFFICE = new PaperOffice(Slips.PLACE, Slips.HELP, Typefaces.with(List.of()));

    @Test
    void aSecondPrintSaysThatItIsOne() throws IOException {
        Slip first = Slips.delivered("张**");
        Slip second = new Slip(
                first.id(),
                first.number(),
                first.caseNumber(),
                first.title(),
                first.applicant(),
                first.taken(),
                first.next(),
                first.due(),
                first.paidInFen(),
                first.claim(),
                first.issued(),
                2,
                first.proof());
        assertThat(textOf(OFFICE.receipt(first))).doesNotContain("补打");
        assertThat(textOf(OFFICE.receipt(second))).contains("补打（第2次打印）");
        PagePrinter.Job job = new PagePrinter.Job("K001", IssuedPdf.saved(IssuedPdf.of(2, "8F3K-2MQ7-XW4D")), 2);
        PagePrinter.Job again = OFFICE.again(job, 3);
        assertThat(again.name()).isEqualTo("K001");
        try (PDDocument marked = Loader.loadPDF(again.pdf())) {
            PDFTextStripper page = new PDFTextStripper();
            for (int number = 1; number <= 2; number++) {
                page.setStartPage(number);
                page.setEndPage(number);
                assertThat(page.getText(marked)).contains("补打（第3次打印）").contains("8F3K-2MQ7-XW4D");
            }
        }
    }

    @Test
    void theMarkStandsOnThePartOfThePageThatIsPrinted() throws IOException {
        PDDocument cropped = IssuedPdf.of(1, "8F3K-2MQ7-XW4D");
        cropped.getPage(0).setCropBox(new PDRectangle(60, 300, 400, 420));
        PagePrinter.Job job = new PagePrinter.Job("K001", IssuedPdf.saved(cropped), 1);
        BufferedImage before = printed(job);
        BufferedImage after = printed(OFFICE.again(job, 2));
        int marked = 0;
        for (int y = 0; y < 60; y++) {
            for (int x = after.getWidth() / 2; x < after.getWidth(); x++) {
                marked += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(marked).isGreaterThan(300);
    }

    private static BufferedImage printed(PagePrinter.Job job) throws IOException {
        try (PDDocument document = Loader.loadPDF(job.pdf())) {
            return new PDFRenderer(document).renderImage(0);
        }
    }

    private static String textOf(Receipt receipt) {
        StringBuilder text = new StringBuilder();
        receipt.parts().stream().filter(Line.class::isInstance).forEach(it -> text.append(((Line) it).text()));
        return text.toString();
    }
}
