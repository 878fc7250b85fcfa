package kiosk.upkeep;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import kiosk.device.CodeScanner;
import kiosk.device.Device;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.DocumentScanner;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.PagePrinter;
import kiosk.device.Presence;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardProof;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;
import kiosk.upkeep.DeviceBook.Result;

/**
 * The devices with a book beside them: what comes out of each is counted, and otherwise nothing is changed. A reader that is away is
 * asked over and over; that it is away stands in the book as a change, and is not counted.
 */
public final class MeteredDevices {
    private MeteredDevices() {}

    /** The same devices, each counted into the book. */
    public static Devices of(Devices devices, DeviceBook book) {
        return new Devices(
                new MeteredIdCards(devices.idCardReader(), book),
                new MeteredSocialCards(devices.socialCardReader(), book),
                new MeteredCodes(devices.codeScanner(), book),
                new MeteredScans(devices.documentScanner(), book),
                new MeteredReceipts(devices.receiptPrinter(), book),
                new MeteredPages(devices.pagePrinter(), book));
    }

    private abstract static class Metered<D extends Device> implements Device {
        final D device;
        private final DeviceKind kind;
        private final DeviceBook book;

        Metered(D device, DeviceKind kind, DeviceBook book) {
            this.device = device;
            this.kind = kind;
            this.book = book;
        }

        void count(Tally what, long more) {
            book.count(kind, what, more);
        }

        void cardRead(Duration took) {
            count(Tally.CARDS_READ, 1);
            worked(took, Result.DONE);
        }

        void cardFailed(Duration took) {
            count(Tally.CARDS_FAILED, 1);
            worked(took, Result.FAILED);
        }

        void worked(Duration took, Result result) {
            book.worked(kind, took, result);
        }

        @Override
        public Health health() {
            return device.health();
        }

        @Override
        public void close() {
            device.close();
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Waiting for a card is no work: how long the reading took is the driver's to say. */
    private static final class MeteredIdCards extends Metered<IdCardReader> implements IdCardReader {
        MeteredIdCards(IdCardReader device, DeviceBook book) {
            super(device, DeviceKind.ID_CARD_READER, book);
        }

        @Override
        public Outcome read(Duration patience) throws InterruptedException {
            Outcome outcome = device.read(patience);
            if (outcome instanceof Read) {
                cardRead(device.lastTook());
            } else if (outcome instanceof Unreadable) {
                cardFailed(device.lastTook());
            }
            return outcome;
        }

        @Override
        public Presence presence() throws InterruptedException {
            return device.presence();
        }

        @Override
        public Duration lastTook() {
            return device.lastTook();
        }
    }

    private static final class MeteredSocialCards extends Metered<SocialCardReader> implements SocialCardReader {
        MeteredSocialCards(SocialCardReader device, DeviceBook book) {
            super(device, DeviceKind.SOCIAL_CARD_READER, book);
        }

        @Override
        public Outcome read(Duration patience) throws InterruptedException {
            Outcome outcome = device.read(patience);
            if (outcome instanceof Read) {
                cardRead(device.lastTook());
            } else if (outcome instanceof Unreadable) {
                cardFailed(device.lastTook());
            }
            return outcome;
        }

        @Override
        public PinOutcome pinTries(String cardId, Duration patience) throws InterruptedException {
            return device.pinTries(cardId, patience);
        }

        @Override
        public PinOutcome changePin(String cardId, Pin old, Pin fresh, Duration patience) throws InterruptedException {
            return device.changePin(cardId, old, fresh, patience);
        }

        @Override
        public CardProof prove(byte[] hash, Duration patience) throws InterruptedException {
            return device.prove(hash, patience);
        }

        @Override
        public Presence presence() throws InterruptedException {
            return device.presence();
        }

        @Override
        public Duration lastTook() {
            return device.lastTook();
        }
    }

    private static final class MeteredCodes extends Metered<CodeScanner> implements CodeScanner {
        MeteredCodes(CodeScanner device, DeviceBook book) {
            super(device, DeviceKind.CODE_SCANNER, book);
        }

        @Override
        public Outcome scan(Duration patience) throws InterruptedException {
            Outcome outcome = device.scan(patience);
            if (outcome instanceof Scanned) {
                count(Tally.CODES_READ, 1);
                worked(Duration.ZERO, Result.DONE);
            } else if (outcome instanceof Unusable) {
                worked(Duration.ZERO, Result.FAILED);
            }
            return outcome;
        }
    }

    private static final class MeteredScans extends Metered<DocumentScanner> implements DocumentScanner {
        MeteredScans(DocumentScanner device, DeviceBook book) {
            super(device, DeviceKind.DOCUMENT_SCANNER, book);
        }

        @Override
        public Outcome scan(Resolution resolution, Duration patience, DoubleConsumer told) throws InterruptedException {
            long began = System.nanoTime();
            Outcome outcome = device.scan(resolution, patience, told);
            if (outcome instanceof Scanned) {
                count(Tally.PAGES_SCANNED, 1);
                worked(since(began), Result.DONE);
            } else if (outcome instanceof Broken) {
                count(Tally.SCANS_FAILED, 1);
                worked(since(began), Result.FAILED);
            }
            return outcome;
        }

        @Override
        public void beginAnew() {
            device.beginAnew();
        }
    }

    private static final class MeteredReceipts extends Metered<ReceiptPrinter> implements ReceiptPrinter {
        MeteredReceipts(ReceiptPrinter device, DeviceBook book) {
            super(device, DeviceKind.RECEIPT_PRINTER, book);
        }

        @Override
        public Outcome print(Receipt receipt, Duration patience) throws InterruptedException {
            long began = System.nanoTime();
            Outcome outcome = device.print(receipt, patience);
            boolean printed = outcome instanceof Printed;
            if (!(outcome instanceof NotPrinted)) {
                count(Tally.MILLIMETRES_PRINTED, ReceiptLength.millimetres(receipt));
            }
            if (printed) {
                count(Tally.RECEIPTS_PRINTED, 1);
                count(Tally.CUTS, 1);
            } else {
                count(Tally.PRINTS_FAILED, 1);
            }
            worked(since(began), printed ? Result.DONE : Result.FAILED);
            return outcome;
        }
    }

    private static final class MeteredPages extends Metered<PagePrinter> implements PagePrinter {
        MeteredPages(PagePrinter device, DeviceBook book) {
            super(device, DeviceKind.PAGE_PRINTER, book);
        }

        @Override
        public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) throws InterruptedException {
            long began = System.nanoTime();
            AtomicInteger out = new AtomicInteger();
            Outcome outcome = device.print(job, patience, progress -> {
                if (progress instanceof Sheets sheets) {
                    out.set(sheets.out());
                }
                watcher.accept(progress);
            });
            boolean printed = outcome instanceof Printed;
            int sheets = outcome instanceof Printed whole ? whole.sheets() : out.get();
            if (sheets > 0) {
                count(Tally.PAGES_PRINTED, sheets);
            }
            if (!printed) {
                count(Tally.PRINTS_FAILED, 1);
            }
            worked(since(began), printed ? Result.DONE : Result.FAILED);
            return outcome;
        }
    }
}
