package kiosk.catalogue;

import java.util.Optional;
import kiosk.device.DocumentScanner.Resolution;

/**
 * A paper that belongs to an application.
 *
 * @param certificateKind the platform's word for the electronic certificate that stands for the paper; it is looked for first
 * @param mostPages how many pages may be scanned
 * @param neededWhen the material is asked only while this holds
 * @param resolution how finely it is scanned
 */
public record Material(
        String name,
        Text title,
        Text hint,
        Optional<String> certificateKind,
        boolean required,
        int mostPages,
        Optional<Condition> neededWhen,
        Resolution resolution,
        Binding binding) {
    /** How scanned pages are handed in. */
    public enum Binding {
        /** Each as a picture. */
        PAGE_BY_PAGE,
        /** All in one PDF. */
        ONE_PDF
    }

    /** Whether it is asked of everybody. */
    public boolean alwaysRequired() {
        return required && neededWhen.isEmpty();
    }

    /** Whether only a scan can supply what is always required. */
    public boolean mustBeScanned() {
        return alwaysRequired() && certificateKind.isEmpty();
    }
}
