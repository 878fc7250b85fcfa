package platform.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** The items the platform offers. */
public final class Items {
    /** The four departments, as the wire names them, in the order in which they are listed. */
    public static final List<String> DEPARTMENTS =
            List.of("public-security", "tax", "social-security", "medical-insurance");

    private final Map<String, Item> byCode;

    private Items(List<Item> items) {
        byCode = items.stream().collect(Collectors.toMap(Item::code, Function.identity()));
    }

    public static Items load() {
        return new Items(List.of(Json.resource("items.json", Item[].class)));
    }

    public Item named(String code) throws Refusal {
        return find(code).orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_ITEM));
    }

    public Optional<Item> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Iterable<Item> all() {
        return byCode.values();
    }
}
