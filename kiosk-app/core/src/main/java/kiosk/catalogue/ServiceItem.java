package kiosk.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.device.DeviceKind;

/**
 * One service item (事项) as the catalogue declares it; which steps a visit passes follows from it alone.
 *
 * @param code our key, {@code department.item}
 * @param taskCode the national implementation code, 31 characters (GB/T 39554.1-2020)
 * @param version raised with each change that a citizen could notice; the consent travels with it
 */
public record ServiceItem(
        String code,
        String taskCode,
        String version,
        Department department,
        Kind kind,
        Text title,
        Guide guide,
        IdentityLevel identity,
        OfflineRule offline,
        List<Field> fields,
        List<Material> materials,
        List<Rule> rules,
        Optional<Fee> fee,
        Result result) {
    /** Keeps the lists from changing. */
    public ServiceItem {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        rules = List.copyOf(rules);
    }

    /** What an item is. */
    public enum Kind {
        /** A document issued at once from what the department knows. */
        CERTIFICATE,
        /** A request that the department decides later. */
        APPLICATION,
        /** Money paid to the department. */
        PAYMENT
    }

    /** What happens to an item while the line is down. */
    public enum OfflineRule {
        /** Handed in now, delivered when the line is back. */
        QUEUE,
        /** Asked for now, issued when the line is back, collected with the same card. */
        REQUEST,
        /** Not offered. */
        NEVER
    }

    /** How surely the citizen must be known. */
    public enum IdentityLevel {
        /** A card read by its chip, or a code the platform vouches for. */
        CARD,
        /** As {@link #CARD}, and the living face compared with the card's photo. */
        CARD_AND_FACE
    }

    /**
     * What a citizen reads before beginning.
     *
     * @param who who may ask, and under which conditions
     * @param needs what must be at hand
     * @param takes how long it takes and what comes out
     * @param basis the legal basis
     * @param offline what is different while the line is down; for items that are not offered then, why
     * @param consent what data is used for what and how long it is kept
     */
    public record Guide(Text who, Text needs, Text takes, Text basis, Text offline, Text consent) {}

    /** A fee whose amount follows from a choice on the form: option to fen. */
    public record Fee(String field, Map<String, Long> fenByOption) {
        /** Keeps the amounts from changing. */
        public Fee {
            fenByOption = Map.copyOf(fenByOption);
        }
    }

    /**
     * What the citizen takes home.
     *
     * @param document the platform's word for the document of a certificate; empty for a receipt alone
     * @param workingDays the department's promise; 0 is at once
     * @param next what happens next, as the receipt prints it
     */
    public record Result(Optional<String> document, int workingDays, Text next) {}

    /** The devices without which the item cannot be finished; of the two printers for a receipt one suffices. */
    public Set<DeviceKind> devicesNeeded() {
        Set<DeviceKind> needed = EnumSet.noneOf(DeviceKind.class);
        if (kind == Kind.CERTIFICATE) {
            needed.add(DeviceKind.PAGE_PRINTER);
        }
        if (materials.stream().anyMatch(Material::mustBeScanned)) {
            needed.add(DeviceKind.DOCUMENT_SCANNER);
        }
        return needed;
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The material of that name. */
    public Optional<Material> material(String name) {
        return materials.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /**
     * This item with only those fields and materials, asked of everybody, and what depends on them: what is left of it when a part is put
     * right. Rules that look at what is not asked any more, and the fee, are the department's to look at.
     */
    public ServiceItem narrowedTo(Set<String> names) {
        return Narrowing.of(this, names);
    }
}
