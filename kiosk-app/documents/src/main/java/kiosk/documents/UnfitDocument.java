package kiosk.documents;

import java.io.IOException;

/** A document that must not be printed, with the code that says why. */
final class UnfitDocument extends IOException {
    private static final long serialVersionUID = 1;

    private final String code;

    UnfitDocument(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
