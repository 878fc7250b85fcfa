package kiosk.device;

import java.util.List;

/** A receipt as the parts a roll printer prints from top to bottom; it is cut at the end. */
public record Receipt(List<Part> parts) {
    /** Keeps the list from changing. */
    public Receipt {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "Receipt[" + parts.size() + " parts]";
    }

    /** One part of a receipt. */
    public sealed interface Part {}

    /** A line of text in the printer's own font; only characters of GBK may be in it. */
    public record Line(String text, Size size, Align align) implements Part {
        @Override
        public String toString() {
            return "Line[" + text.length() + " characters]";
        }
    }

    /**
     * A picture, one bit a dot, 1 is black, rows padded to whole bytes, the leftmost dot in the highest bit.
     *
     * @param width in dots, at most {@link ReceiptPrinter#DOTS_ACROSS}
     */
    public record Picture(int width, int height, byte[] bits) implements Part {
        /** Refuses a picture whose data does not fit its measure. */
        public Picture {
            if (width < 1
                    || width > ReceiptPrinter.DOTS_ACROSS
                    || height < 1
                    || bits.length != (width + 7) / 8 * height) {
                throw new IllegalArgumentException("a picture's bits must fit its width and height");
            }
        }

        @Override
        public String toString() {
            return "Picture[" + width + "x" + height + "]";
        }
    }

    /** A QR code, centred. */
    public record QrCode(String text) implements Part {
        @Override
        public String toString() {
            return "QrCode[" + text.length() + " characters]";
        }
    }

    /** A thin rule across the paper. */
    public record Rule() implements Part {}

    /** Empty lines. */
    public record Feed(int lines) implements Part {}

    /** How large a line is. */
    public enum Size {
        /** 48 half-width characters a line. */
        NORMAL,
        /** Twice as high. */
        TALL,
        /** Twice as high and wide. */
        DOUBLE
    }

    /** Where a line stands. */
    public enum Align {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTRE
    }
}
