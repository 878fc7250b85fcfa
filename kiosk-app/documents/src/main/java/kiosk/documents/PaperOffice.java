package kiosk.documents;

import java.util.List;
import java.util.function.Supplier;
import kiosk.catalogue.Text;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.documents.handover.HandOverLayout;
import kiosk.submission.IssuedDocument;
import kiosk.submission.Paperwork;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionNumber;
import kiosk.upkeep.HandOver;

/** Lays out this place's receipts, on the roll and on A4, and checks what the platform issued. Safe for use by several threads. */
public final class PaperOffice implements Paperwork {
    private final Text place;
    private final Text help;
    private final Typefaces typefaces;

    /**
     * An office.
     *
     * @param place its name, at the head of every receipt
     * @param help whom a citizen can ask, at the foot
     */
    public PaperOffice(Text place, Text help, Typefaces typefaces) {
        this.place = place;
        this.help = help;
        this.typefaces = typefaces;
    }

    @Override
    public Receipt receipt(Slip slip) {
        return lettered(() -> ReceiptLayout.of(SlipText.of(slip), place, help, typefaces));
    }

    @Override
    public PagePrinter.Job page(Slip slip) {
        byte[] pdf = lettered(() -> PageLayout.of(SlipText.of(slip), place, help, typefaces));
        return new PagePrinter.Job(slip.number().text(), pdf, 1);
    }

    @Override
    public Check check(IssuedDocument document, SubmissionNumber number) {
        return DocumentCheck.of(document, number);
    }

    @Override
    public PagePrinter.Job again(PagePrinter.Job job, int copy) {
        return lettered(() -> CopyMark.on(job, copy, typefaces));
    }

    /** A technician's hand-over report. */
    public PagePrinter.Job handOver(HandOver report) {
        HandOverLayout.Pages pages = lettered(() -> HandOverLayout.of(report, typefaces));
        return new PagePrinter.Job("hand-over-" + report.terminal(), pages.pdf(), pages.count());
    }

    /** The characters of a text that no font has; on paper each is named by its code point. */
    public List<String> missing(String text) {
        return lettered(() -> typefaces.missing(text));
    }

    private <T> T lettered(Supplier<T> work) {
        synchronized (typefaces) {
            try {
                return work.get();
            } finally {
                typefaces.letGo();
            }
        }
    }
}
