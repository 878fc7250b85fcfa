package kiosk.twin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.submission.IssuedDocument;
import kiosk.submission.Paperwork;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionNumber;

/** Lays receipts out as one line, and the code that proves them; a document fits if it begins like a PDF. */
public final class PlainPaperwork implements Paperwork {
    private boolean failing;

    /** From now on it can lay nothing out. */
    public void failByABug() {
        failing = true;
    }

    private void layOut() {
        if (failing) {
            throw new IllegalStateException("a bug");
        }
    }

    @Override
    public Receipt receipt(Slip slip) {
        layOut();
        Receipt.Part number = new Receipt.Line(slip.number().text(), Receipt.Size.DOUBLE, Receipt.Align.CENTRE);
        return new Receipt(slip.proof()
                .<List<Receipt.Part>>map(it -> List.of(number, new Receipt.QrCode(it)))
                .orElseGet(() -> List.of(number)));
    }

    @Override
    public PagePrinter.Job page(Slip slip) {
        layOut();
        return new PagePrinter.Job(slip.number().text(), slip.number().text().getBytes(StandardCharsets.US_ASCII), 1);
    }

    @Override
    public PagePrinter.Job again(PagePrinter.Job job, int copy) {
        return new PagePrinter.Job(job.name() + " copy " + copy, job.pdf(), job.pages());
    }

    @Override
    public Check check(IssuedDocument document, SubmissionNumber number) {
        return new String(document.pdf(), StandardCharsets.US_ASCII).startsWith("%PDF")
                ? new Fit(new PagePrinter.Job(number.text(), document.pdf(), document.pages()))
                : new Unfit("not-a-pdf");
    }
}
