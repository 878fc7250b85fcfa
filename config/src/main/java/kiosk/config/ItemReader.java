package kiosk.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiosk.catalogue.Field.Option;
import kiosk.catalogue.Material;
import kiosk.catalogue.Rule;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Fee;
import kiosk.catalogue.ServiceItem.Guide;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.Result;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.identity.SocialCreditCode;

/** Reads one item of the catalogue. */
final class ItemReader {
    private static final List<String> NEEDED = List.of(
            "code",
            "taskCode",
            "version",
            "order",
            "department",
            "kind",
            "title",
            "guide",
            "identity",
            "offline",
            "fields",
            "result");
    private static final List<String> POSSIBLE = List.of("materials", "rules", "fee");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{1,30}\\.[a-z][a-z0-9-]{1,60}");
    private static final Pattern TASK = Pattern.compile("[0-9A-Z]{18}[1-6][0-9]{12}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]{1,20}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern DOCUMENT = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final int MOST_PAGES = 30;
    private static final int MOST_FEN = 100_000_000;

    private final Block block;
    private final FormReader form = new FormReader();

    private ItemReader(Block block) {
        this.block = block;
    }

    /** An item and its place among those of its department. */
    record Placed(int order, Spot spot, ServiceItem item) {}

    static Placed read(YamlText source) {
        ItemReader reader = new ItemReader(Block.of(YamlReader.read(source), NEEDED, POSSIBLE));
        ServiceItem item = reader.item();
        reader.checkWhole(item);
        return new Placed(reader.block.node("order").number(1, 1000), reader.block.spot(), item);
    }

    private ServiceItem item() {
        return new ServiceItem(
                block.node("code").text(CODE, "a code like tax.income-tax-record"),
                taskCode(),
                block.node("version").text(VERSION, "a version like 2026-11"),
                block.node("department").oneOf(Words.DEPARTMENTS),
                block.node("kind").oneOf(Words.ITEM_KINDS),
                block.words("title"),
                guide(block.node("guide")),
                block.node("identity").oneOf(Words.IDENTITY),
                block.node("offline").oneOf(Words.OFFLINE),
                form.read(block.items("fields")),
                materials(),
                rules(),
                block.maybe("fee").map(this::fee),
                result(block.node("result")));
    }

    private String taskCode() {
        Node node = block.node("taskCode");
        String code = node.text(TASK, "31 characters: social credit code, level 1 to 6, twelve digits");
        if (SocialCreditCode.parse(code.substring(0, 18)).isEmpty()) {
            throw node.spot().problem("the social credit code in it has a wrong check character", code);
        }
        return code;
    }

    private static Guide guide(Node node) {
        List<String> parts = List.of("who", "needs", "takes", "basis", "offline", "consent");
        Block guide = Block.of(node, parts, List.of());
        return new Guide(
                guide.words("who"),
                guide.words("needs"),
                guide.words("takes"),
                guide.words("basis"),
                guide.words("offline"),
                guide.words("consent"));
    }

    private List<Material> materials() {
        List<Material> materials = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : block.items("materials")) {
            Material material = material(node);
            if (!names.add(material.name())) {
                throw node.spot().problem("the same material twice", material.name());
            }
            materials.add(material);
        }
        return materials;
    }

    private Material material(Node node) {
        Block part = Block.of(
                node,
                List.of("name", "title", "hint", "pages"),
                List.of("certificate", "required", "neededWhen", "resolution", "binding"));
        return new Material(
                part.node("name").text(NAME, "a name like residence-permit"),
                part.words("title"),
                part.words("hint"),
                part.maybe("certificate").map(it -> it.oneOf(Words.CERTIFICATES)),
                part.flag("required"),
                part.node("pages").number(1, MOST_PAGES),
                part.maybe("neededWhen").map(form::condition),
                part.maybe("resolution").map(it -> it.oneOf(Words.RESOLUTIONS)).orElse(Resolution.DPI_200),
                part.maybe("binding").map(it -> it.oneOf(Words.BINDINGS)).orElse(Material.Binding.PAGE_BY_PAGE));
    }

    private List<Rule> rules() {
        RuleReader reader = new RuleReader(form);
        return block.items("rules").stream().map(reader::read).toList();
    }

    private Fee fee(Node node) {
        Block part = Block.of(node, List.of("field", "fen"), List.of());
        Map<String, Option> options = form.options(part.node("field"));
        Map<String, Long> fen = new LinkedHashMap<>();
        part.node("fen").members().forEach((option, member) -> {
            if (!options.containsKey(option)) {
                throw member.spot().problem("unknown option", option, options.keySet());
            }
            fen.put(option, (long) member.value().number(1, MOST_FEN));
        });
        for (String option : options.keySet()) {
            if (!fen.containsKey(option)) {
                throw part.node("fen").spot().problem("an option has no price", option);
            }
        }
        return new Fee(part.text("field"), fen);
    }

    private static Result result(Node node) {
        Block part = Block.of(node, List.of("workingDays", "next"), List.of("document"));
        Optional<String> document =
                part.maybe("document").map(it -> it.text(DOCUMENT, "a word like contribution-certificate"));
        return new Result(document, part.node("workingDays").number(0, 365), part.words("next"));
    }

    private void checkWhole(ServiceItem item) {
        if (!item.code().startsWith(item.department().word() + ".")) {
            throw at("code").problem("the code must begin with the department", item.code());
        }
        if ((item.kind() == Kind.PAYMENT) != item.fee().isPresent()) {
            throw at("kind").problem("a payment has a fee, and nothing else has");
        }
        if (item.kind() == Kind.CERTIFICATE && item.result().document().isEmpty()) {
            throw at("result").problem("a certificate needs the word of its document", "document");
        }
        checkOffline(item);
    }

    private void checkOffline(ServiceItem item) {
        boolean fits = switch (item.offline()) {
            case NEVER -> true;
            case QUEUE -> item.kind() == Kind.APPLICATION;
            case REQUEST -> item.kind() == Kind.CERTIFICATE;
        };
        if (!fits) {
            throw at("offline").problem("queue is for applications, request for certificates", block.text("offline"));
        }
    }

    private Spot at(String word) {
        return block.node(word).spot();
    }
}
