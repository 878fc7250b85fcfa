package kiosk.device;

/** The kinds of devices a terminal has; the word in {@code kiosk.yaml} is the name in lower case with hyphens. */
public enum DeviceKind {
    /** Resident identity cards. */
    ID_CARD_READER,
    /** Social-security cards. */
    SOCIAL_CARD_READER,
    /** QR codes and barcodes. */
    CODE_SCANNER,
    /** Sheets of paper. */
    DOCUMENT_SCANNER,
    /** Receipts. */
    RECEIPT_PRINTER,
    /** A4 pages. */
    PAGE_PRINTER
}
