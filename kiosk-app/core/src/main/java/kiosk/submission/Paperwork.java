package kiosk.submission;

import kiosk.device.PagePrinter;
import kiosk.device.Receipt;

/** Lays out what is printed, and checks what came to be printed. All calls are pure computation of at most some seconds. */
public interface Paperwork {
    /** A receipt for the roll printer; characters its font lacks are in it as pictures. */
    Receipt receipt(Slip slip);

    /** The same receipt as an A4 page. */
    PagePrinter.Job page(Slip slip);

    /** Checks a document from the platform: that it opens, has the pages it should and carries its verification code. */
    Check check(IssuedDocument document, SubmissionNumber number);

    /** The document marked as its second or later print. */
    PagePrinter.Job again(PagePrinter.Job job, int copy);

    /** Whether a document may be printed. */
    sealed interface Check {}

    /** It may be printed. */
    record Fit(PagePrinter.Job job) implements Check {}

    /** It must not be printed: damaged, or not what was announced. */
    record Unfit(String code) implements Check {}
}
