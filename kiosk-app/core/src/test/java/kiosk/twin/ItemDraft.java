package kiosk.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Condition;
import kiosk.catalogue.Department;
import kiosk.catalogue.Field;
import kiosk.catalogue.Material;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.Rule;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Fee;
import kiosk.catalogue.ServiceItem.IdentityLevel;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Text;
import kiosk.device.DocumentScanner;

/** An item being drafted for a test. */
public final class ItemDraft {
    private final String code;
    private final Department department;
    private final Kind kind;
    private final OfflineRule offline;
    private IdentityLevel identity = IdentityLevel.CARD;
    private final List<Field> fields = new ArrayList<>();
    private final List<Material> materials = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Optional<Fee> fee = Optional.empty();

    private ItemDraft(String code, Department department, Kind kind, OfflineRule offline) {
        this.code = code;
        this.department = department;
        this.kind = kind;
        this.offline = offline;
    }

    public static ItemDraft of(String code, Department department, Kind kind, OfflineRule offline) {
        return new ItemDraft(code, department, kind, offline);
    }

    public static Text text(String words) {
        return new Text(words, words);
    }

    public static Optional<Condition> when(String field, String... options) {
        return Optional.of(new Condition(field, Set.of(options)));
    }

    public static Field field(String name, Field.Kind kind) {
        return new Field(name, text(name), Optional.empty(), kind, Optional.empty(), false, false, Optional.empty());
    }

    public static Field required(String name, Field.Kind kind) {
        return new Field(name, text(name), Optional.empty(), kind, Optional.empty(), false, true, Optional.empty());
    }

    public static Field.Choice choice(String... codes) {
        return new Field.Choice(options(codes));
    }

    public static List<Field.Option> options(String... codes) {
        return List.of(codes).stream().map(it -> new Field.Option(it, text(it))).toList();
    }

    public ItemDraft face() {
        identity = IdentityLevel.CARD_AND_FACE;
        return this;
    }

    public ItemDraft with(Field field) {
        fields.add(field);
        return this;
    }

    public ItemDraft asks(String name, Field.Kind kind) {
        return with(required(name, kind));
    }

    public ItemDraft asksWhen(String name, Field.Kind kind, Optional<Condition> condition) {
        return with(new Field(name, text(name), Optional.empty(), kind, Optional.empty(), false, true, condition));
    }

    public ItemDraft fills(String name, Field.Kind kind, Prefill prefill) {
        return with(new Field(
                name, text(name), Optional.empty(), kind, Optional.of(prefill), false, true, Optional.empty()));
    }

    public ItemDraft fixes(String name, Field.Kind kind, Prefill prefill) {
        return with(new Field(
                name, text(name), Optional.empty(), kind, Optional.of(prefill), true, true, Optional.empty()));
    }

    public ItemDraft needsPaper(String name, Optional<String> certificate, Optional<Condition> condition) {
        return with(new Material(
                name,
                text(name),
                text(name),
                certificate,
                true,
                2,
                condition,
                DocumentScanner.Resolution.DPI_200,
                Material.Binding.PAGE_BY_PAGE));
    }

    public ItemDraft with(Material material) {
        materials.add(material);
        return this;
    }

    public ItemDraft with(Rule rule) {
        rules.add(rule);
        return this;
    }

    public ItemDraft costs(String field, Map<String, Long> fenByOption) {
        fee = Optional.of(new Fee(field, fenByOption));
        return this;
    }

    public ServiceItem item() {
        Text words = text(code);
        return new ServiceItem(
                code,
                "1100000000000133380001234567890",
                "2026-11",
                department,
                kind,
                words,
                new ServiceItem.Guide(words, words, words, words, words, words),
                identity,
                offline,
                fields,
                materials,
                rules,
                fee,
                new ServiceItem.Result(
                        kind == Kind.CERTIFICATE ? Optional.of("document") : Optional.empty(), 3, text("等候通知")));
    }
}
