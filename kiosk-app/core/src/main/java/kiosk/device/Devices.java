package kiosk.device;

import java.util.List;

/** The devices of this terminal, one of each kind; a kind that is not configured is an {@link AbsentDevice}. */
public record Devices(
        IdCardReader idCardReader,
        SocialCardReader socialCardReader,
        CodeScanner codeScanner,
        DocumentScanner documentScanner,
        ReceiptPrinter receiptPrinter,
        PagePrinter pagePrinter) {
    /** The device of that kind. */
    public Device of(DeviceKind kind) {
        return switch (kind) {
            case ID_CARD_READER -> idCardReader;
            case SOCIAL_CARD_READER -> socialCardReader;
            case CODE_SCANNER -> codeScanner;
            case DOCUMENT_SCANNER -> documentScanner;
            case RECEIPT_PRINTER -> receiptPrinter;
            case PAGE_PRINTER -> pagePrinter;
        };
    }

    /** All of them. */
    public List<Device> all() {
        return List.of(idCardReader, socialCardReader, codeScanner, documentScanner, receiptPrinter, pagePrinter);
    }
}
