package kiosk.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.upkeep.Paper;
import kiosk.visit.runner.Patience;

/** Loads {@code kiosk.yaml}, the settings of one terminal. */
public final class SettingsFile {
    private static final List<String> NEEDED =
            List.of("terminal", "place", "help", "platform", "data", "devices", "technician");
    private static final List<String> POSSIBLE =
            List.of("catalogue", "fonts", "patience", "warning", "paper", "drafts", "support", "queue");
    private static final Pattern TERMINAL = Pattern.compile("[A-Z0-9]{3,8}");
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Duration WARNING = Duration.ofSeconds(20);
    private static final Duration DRAFTS = Duration.ofHours(24);

    private final Block block;

    private SettingsFile(Block block) {
        this.block = block;
    }

    /** The settings in a file. @throws ConfigProblem if they cannot be used as they are */
    public static KioskSettings in(Path file) {
        return read(YamlText.of(file));
    }

    /** The settings that are shipped as an example of a whole terminal. */
    public static KioskSettings shipped() {
        try (InputStream in = Objects.requireNonNull(
                SettingsFile.class.getResourceAsStream("/kiosk.yaml"), "the shipped settings are gone")) {
            return read(YamlText.of("kiosk.yaml", in));
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped settings cannot be read.", broken);
        }
    }

    private static KioskSettings read(YamlText source) {
        return new SettingsFile(Block.of(YamlReader.read(source), NEEDED, POSSIBLE)).settings();
    }

    private KioskSettings settings() {
        Path data = absolute(block.node("data"));
        return new KioskSettings(
                block.node("terminal").text(TERMINAL, "three to eight capital letters and digits"),
                block.words("place"),
                block.words("help"),
                PlatformReader.read(block.node("platform")),
                data,
                block.maybe("catalogue").map(SettingsFile::absolute),
                block.items("fonts").stream().map(SettingsFile::absolute).toList(),
                devices(block.node("devices")),
                block.maybe("patience").map(PatienceReader::read).orElse(Patience.USUAL),
                block.maybe("warning")
                        .map(it -> Duration.ofSeconds(it.number(5, 120)))
                        .orElse(WARNING),
                technician(block.node("technician"), data),
                block.maybe("paper").map(SettingsFile::paper).orElse(Paper.USUAL),
                block.maybe("drafts").map(SettingsFile::drafts).orElse(DRAFTS),
                block.maybe("support").map(SettingsFile::certificate),
                block.maybe("queue").map(SettingsFile::queue).orElse(KioskSettings.Queue.USUAL));
    }

    private static Duration drafts(Node node) {
        return Duration.ofHours(
                Block.of(node, List.of("keepFor"), List.of()).node("keepFor").number(0, 72));
    }

    private static Path certificate(Node node) {
        return absolute(Block.of(node, List.of("certificate"), List.of()).node("certificate"));
    }

    /** The words a settings file sets, without a single value: {@code platform.url}, {@code devices.page-printer.driver}, … */
    public static List<String> words(Path file) {
        List<String> words = new ArrayList<>();
        words("", YamlReader.read(YamlText.of(file)), words);
        return List.copyOf(words);
    }

    private static void words(String before, Node node, List<String> words) {
        if (node instanceof Node.Mapping block) {
            block.members().forEach((word, member) -> words(before + "." + word, member.value(), words));
        } else {
            words.add(before.substring(Math.min(1, before.length())));
        }
    }

    private static Map<DeviceKind, DeviceSettings> devices(Node node) {
        Map<DeviceKind, DeviceSettings> devices = new EnumMap<>(DeviceKind.class);
        node.members().forEach((word, member) -> {
            DeviceKind kind = Words.DEVICES.get(word);
            if (kind == null) {
                throw member.spot().problem("unknown kind of device", word, Words.DEVICES.keySet());
            }
            devices.put(kind, device(member.value()));
        });
        return devices;
    }

    private static DeviceSettings device(Node node) {
        Map<String, String> options = new LinkedHashMap<>();
        node.members().forEach((word, member) -> {
            if (!OPTION.matcher(word).matches()) {
                throw member.spot().problem("an option is small letters, digits and hyphens", word);
            }
            options.put(word, member.value().text());
        });
        String driver = options.remove("driver");
        if (driver == null || !OPTION.matcher(driver).matches()) {
            throw node.spot().problem("a device needs the name of its driver", "driver");
        }
        return new DeviceSettings(driver, options);
    }

    private static KioskSettings.Technician technician(Node node, Path data) {
        Block part = Block.of(node, List.of("pinFile"), List.of("attempts", "lockedFor"));
        int attempts = part.maybe("attempts").map(it -> it.number(1, 20)).orElse(5);
        int lockedFor = part.maybe("lockedFor").map(it -> it.number(30, 86_400)).orElse(900);
        return new KioskSettings.Technician(
                data.resolve(path(part.node("pinFile"))), attempts, Duration.ofSeconds(lockedFor));
    }

    private static Paper paper(Node node) {
        Block part = Block.of(node, List.of(), List.of("rollMetres", "traySheets"));
        long millimetres =
                part.maybe("rollMetres").map(it -> it.number(1, 1000) * 1000L).orElse(Paper.USUAL.rollMillimetres());
        long sheets =
                part.maybe("traySheets").map(it -> (long) it.number(1, 10_000)).orElse(Paper.USUAL.traySheets());
        return new Paper(millimetres, sheets);
    }

    private static KioskSettings.Queue queue(Node node) {
        Block part = Block.of(node, List.of(), List.of("receiptDays", "journalEntries"));
        KioskSettings.Queue usual = KioskSettings.Queue.USUAL;
        return new KioskSettings.Queue(
                part.maybe("receiptDays")
                        .map(it -> Duration.ofDays(it.number(1, 10_000)))
                        .orElse(usual.receipts()),
                part.maybe("journalEntries")
                        .map(it -> it.number(1000, 10_000_000))
                        .orElse(usual.notes()));
    }

    static Path absolute(Node node) {
        Path path = path(node);
        if (!path.isAbsolute()) {
            throw node.spot().problem("expected a path from the root of the disk", node.text());
        }
        return path;
    }

    private static Path path(Node node) {
        try {
            return Path.of(node.text());
        } catch (InvalidPathException notAPath) {
            throw node.spot().problem("this is not a path", node.text());
        }
    }
}
