package kiosk.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiosk.catalogue.Department;
import kiosk.catalogue.Material;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner.Resolution;

/** The closed lists of words that may stand in the files, in the order in which problems name them. */
final class Words {
    static final Map<String, Department> DEPARTMENTS = by(Department.values(), Department::word);
    static final Map<String, ServiceItem.Kind> ITEM_KINDS = by(ServiceItem.Kind.values(), Words::hyphened);
    static final Map<String, ServiceItem.OfflineRule> OFFLINE = by(ServiceItem.OfflineRule.values(), Words::hyphened);
    static final Map<String, ServiceItem.IdentityLevel> IDENTITY =
            by(ServiceItem.IdentityLevel.values(), Words::hyphened);
    static final Map<String, Prefill> PREFILLS = by(Prefill.values(), Prefill::word);
    static final Map<String, Resolution> RESOLUTIONS =
            by(new Resolution[] {Resolution.DPI_200, Resolution.DPI_300}, it -> String.valueOf(it.dotsPerInch()));
    static final Map<String, Material.Binding> BINDINGS = by(Material.Binding.values(), Words::hyphened);
    static final Map<String, DeviceKind> DEVICES = by(DeviceKind.values(), Words::hyphened);

    /** The kinds of electronic certificates that can stand for a paper: version 1 of the platform's wire, its section 4. */
    static final Map<String, String> CERTIFICATES = same(
            "id-card",
            "household-register",
            "residence-permit",
            "social-security-card",
            "lease-record",
            "employment-contract",
            "disability-card");

    private Words() {}

    static Map<String, String> same(String... words) {
        return by(words, it -> it);
    }

    private static <T> Map<String, T> by(T[] values, Function<T, String> word) {
        return Arrays.stream(values).collect(Collectors.toMap(word, it -> it, (one, other) -> one, LinkedHashMap::new));
    }

    private static String hyphened(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
