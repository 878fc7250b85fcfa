package kiosk.visit.runner;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kiosk.device.Fault;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.PrintLedger;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.Slip;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;

/** Prints. What is numbered is written down before it goes to the printer, and again when its end is known. */
final class Press {
    private static final Fault NOT_WRITTEN_DOWN = new Fault(Fault.Cause.BUSY, "print not on disk");

    private final Ports ports;
    private final Patience patience;

    Press(Ports ports, Patience patience) {
        this.ports = ports;
        this.patience = patience;
    }

    VisitEvent receipt(Effect.PrintReceipt print) throws InterruptedException {
        long began = ports.clock().millis();
        Receipt receipt = ports.paperwork().receipt(proved(print.slip()));
        Entry entry = entry(print.slip());
        try {
            ReceiptPrinter.Outcome outcome = ports.devices().receiptPrinter().print(receipt, patience.receipt());
            boolean out = outcome instanceof ReceiptPrinter.Printed;
            entry.becomes(
                    out
                            ? Outcome.OUT
                            : outcome instanceof ReceiptPrinter.NotPrinted ? Outcome.NOT_OUT : Outcome.PERHAPS);
            Journal.Of of = new Journal.Of(print.slip().id());
            ports.journal().note(out ? Occurrence.RECEIPT_PRINTED : Occurrence.RECEIPT_FAILED, of, since(began));
            return new VisitEvent.ReceiptPrinted(outcome);
        } finally {
            entry.close();
        }
    }

    VisitEvent slipPage(Effect.PrintSlipPage print, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        PagePrinter.Job page = ports.paperwork().page(proved(print.slip()));
        return pages(entry(print.slip()), page, meanwhile);
    }

    /** A document that cannot be written down is not printed: nobody would know of it. */
    VisitEvent document(Effect.PrintPages print, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        Optional<UUID> attempt = ports.prints().begins(print.id(), Paper.DOCUMENT);
        return attempt.isEmpty()
                ? new VisitEvent.PagesPrinted(new PagePrinter.NotPrinted(NOT_WRITTEN_DOWN))
                : pages(new Entry(ports.prints(), attempt), print.job(), meanwhile);
    }

    private VisitEvent pages(Entry entry, PagePrinter.Job job, Consumer<VisitEvent> meanwhile)
            throws InterruptedException {
        long began = ports.clock().millis();
        try {
            PagePrinter.Outcome outcome = ports.devices()
                    .pagePrinter()
                    .print(job, patience.pages(), progress -> meanwhile.accept(new VisitEvent.PagesMoved(progress)));
            boolean out = outcome instanceof PagePrinter.Printed;
            entry.becomes(
                    out ? Outcome.OUT : outcome instanceof PagePrinter.NotPrinted ? Outcome.NOT_OUT : Outcome.PERHAPS);
            ports.journal()
                    .note(
                            out ? Occurrence.PAGES_PRINTED : Occurrence.PAGES_FAILED,
                            new Journal.Count(job.pages()),
                            since(began));
            return new VisitEvent.PagesPrinted(outcome);
        } finally {
            entry.close();
        }
    }

    /** A claim is no receipt: what it claims waits at the platform anyway. */
    private Entry entry(Slip slip) {
        if (slip.copy() > 1) {
            ports.journal().note(Occurrence.PRINTED_AGAIN, new Journal.Of(slip.id()), new Journal.Count(slip.copy()));
        }
        return new Entry(
                ports.prints(), slip.claim() ? Optional.empty() : ports.prints().begins(slip.id(), Paper.RECEIPT));
    }

    private Slip proved(Slip slip) {
        return ports.slips().proof(slip.id()).map(slip::proved).orElse(slip);
    }

    private Journal.Millis since(long began) {
        return new Journal.Millis(ports.clock().millis() - began);
    }

    /** One line of the ledger; what ends without an outcome, by a bug or because nobody waits for it any more, is uncertain. */
    private static final class Entry {
        private final PrintLedger ledger;
        private final Optional<UUID> attempt;
        private Outcome outcome = Outcome.PERHAPS;

        Entry(PrintLedger ledger, Optional<UUID> attempt) {
            this.ledger = ledger;
            this.attempt = attempt;
        }

        void becomes(Outcome known) {
            outcome = known;
        }

        void close() {
            attempt.ifPresent(it -> ledger.ended(it, outcome));
        }
    }
}
