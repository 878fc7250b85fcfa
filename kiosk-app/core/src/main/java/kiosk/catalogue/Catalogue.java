package kiosk.catalogue;

import java.util.List;
import java.util.Optional;

/** The items this terminal offers, in the order they are shown, and the places a form may name. */
public record Catalogue(List<ServiceItem> items, List<Region> regions) {
    /** Keeps the lists from changing. */
    public Catalogue {
        items = List.copyOf(items);
        regions = List.copyOf(regions);
    }

    /** The items of one department. */
    public List<ServiceItem> of(Department department) {
        return items.stream().filter(it -> it.department() == department).toList();
    }

    /** The item of that code. */
    public Optional<ServiceItem> item(String code) {
        return items.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The place of that code, a province's part or a municipality. */
    public Optional<Region> place(String code) {
        return regions.stream()
                .flatMap(it -> it.parts().isEmpty() ? List.of(it).stream() : it.parts().stream())
                .filter(it -> it.code().equals(code))
                .findFirst();
    }
}
