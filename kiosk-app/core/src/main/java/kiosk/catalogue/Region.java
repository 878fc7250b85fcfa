package kiosk.catalogue;

import java.util.List;

/** A province with its cities, or a city, by six-digit code (GB/T 2260). A municipality has no parts: it is chosen itself. */
public record Region(String code, Text name, List<Region> parts) {
    /** Keeps the list from changing. */
    public Region {
        parts = List.copyOf(parts);
    }
}
