package kiosk.documents;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Extracts a document's text and stops where a page draws more than any certificate does: forms that draw forms multiply. */
final class BoundedText extends PDFTextStripper {
    private static final int MOST_OPERATORS = 400_000;
    private static final int MOST_GLYPHS = 200_000;
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private final long begun = System.nanoTime();
    private int operators;
    private int glyphs;

    private BoundedText() {}

    /** @throws UnfitDocument if the pages draw too much or for too long */
    static String of(PDDocument document) throws IOException {
        StringWriter text = new StringWriter();
        new BoundedText().writeText(document, text);
        return text.toString();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS || System.nanoTime() - begun > PATIENCE) {
            throw new UnfitDocument("draws-too-much");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException trouble)
            throws IOException {
        if (trouble instanceof UnfitDocument) {
            throw trouble;
        }
        super.operatorException(operator, operands, trouble);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++glyphs <= MOST_GLYPHS) {
            super.processTextPosition(text);
        }
    }
}
