package kiosk.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import kiosk.device.PagePrinter;
import kiosk.submission.IssuedDocument;
import kiosk.submission.Paperwork;
import kiosk.submission.SubmissionNumber;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Checks a PDF the platform issued before paper is spent on it: whole, plain, with the pages and the verification code that were announced.
 * What is no such document is refused with a code, in bounded time and memory.
 */
final class DocumentCheck {
    static final int LARGEST = 16 << 20;
    static final int MOST_PAGES = 30;
    private static final long MOST_MEMORY = 128L << 20;
    private static final int TAIL = 2048;
    private static final float LEAST_SIDE = 200;
    private static final float MOST_SIDE = 1300;

    static {
        BundledFontMapper.install();
    }

    private DocumentCheck() {}

    static Paperwork.Check of(IssuedDocument document, SubmissionNumber number) {
        try {
            checkBytes(document.pdf());
            InflationCheck.of(document.pdf());
            checkContent(document);
            return new Paperwork.Fit(new PagePrinter.Job(number.text(), document.pdf(), document.pages()));
        } catch (UnfitDocument unfit) {
            return new Paperwork.Unfit(unfit.code());
        } catch (InvalidPasswordException locked) {
            return new Paperwork.Unfit("encrypted");
        } catch (IOException notReadable) {
            return new Paperwork.Unfit("not-readable");
        } catch (RuntimeException | StackOverflowError parserGaveUp) {
            // The parser meets files nobody has written yet; whatever it stumbles over, the paper must not be spent.
            return new Paperwork.Unfit("not-readable");
        }
    }

    private static void checkBytes(byte[] pdf) throws UnfitDocument {
        if (pdf.length > LARGEST) {
            throw new UnfitDocument("too-large");
        }
        if (!ascii(pdf, 0, 5).equals("%PDF-")) {
            throw new UnfitDocument("not-a-pdf");
        }
        if (!ascii(pdf, Math.max(0, pdf.length - TAIL), pdf.length).contains("%%EOF")) {
            throw new UnfitDocument("cut-short");
        }
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, Math.min(to, bytes.length)), StandardCharsets.ISO_8859_1);
    }

    private static void checkContent(IssuedDocument issued) throws IOException {
        try (PDDocument document = Loader.loadPDF(
                issued.pdf(), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (document.isEncrypted()) {
                throw new UnfitDocument("encrypted");
            }
            checkPages(document, issued.pages());
            ObjectWalk.of(document);
            String code = bare(issued.verificationCode());
            if (code.isEmpty() || !bare(BoundedText.of(document)).contains(code)) {
                throw new UnfitDocument("verification-code");
            }
        }
    }

    private static void checkPages(PDDocument document, int announced) throws UnfitDocument {
        if (announced < 1 || announced > MOST_PAGES || document.getNumberOfPages() != announced) {
            throw new UnfitDocument("pages");
        }
        int pages = 0;
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            if (++pages > announced || !printable(box.getWidth()) || !printable(box.getHeight())) {
                throw new UnfitDocument("pages");
            }
        }
        if (pages != announced) {
            throw new UnfitDocument("pages");
        }
    }

    private static boolean printable(float side) {
        return side >= LEAST_SIDE && side <= MOST_SIDE;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
