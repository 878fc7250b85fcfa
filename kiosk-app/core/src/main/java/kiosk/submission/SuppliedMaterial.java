package kiosk.submission;

import java.util.List;
import kiosk.device.ScannedPage;

/** A material of a submission as it was supplied. */
public sealed interface SuppliedMaterial {
    /** The catalogue's name of the material. */
    String material();

    /** Pages scanned at the terminal, in order. */
    record Scans(String material, List<ScannedPage> pages) implements SuppliedMaterial {
        /** Keeps the list from changing. */
        public Scans {
            pages = List.copyOf(pages);
        }
    }

    /** Pages scanned at the terminal, bound into one PDF. */
    record Bound(String material, byte[] pdf) implements SuppliedMaterial {
        @Override
        public String toString() {
            return "Bound[" + material + ", " + pdf.length + " bytes]";
        }
    }

    /** An electronic certificate that the platform holds. */
    record OnFile(String material, String certificateId) implements SuppliedMaterial {
        @Override
        public String toString() {
            return "OnFile[" + material + "]";
        }
    }
}
