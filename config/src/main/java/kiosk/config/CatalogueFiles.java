package kiosk.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Region;
import kiosk.catalogue.ServiceItem;

/** Loads the catalogue: {@code regions.yaml} and one file an item, {@code <department>/<item>.yaml}. */
public final class CatalogueFiles {
    private static final int MOST_FILES = 500;

    private CatalogueFiles() {}

    /** The catalogue that is shipped with the terminal. @throws ConfigProblem if it cannot be used as it is */
    public static Catalogue shipped() {
        try {
            return beside(Objects.requireNonNull(
                            CatalogueFiles.class.getResource("/catalogue/regions.yaml"),
                            "the shipped catalogue is gone")
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The catalogue around that regions.yaml, which lies in a folder or in an archive. */
    static Catalogue beside(URI regions) {
        if (!"jar".equals(regions.getScheme())) {
            return in(Objects.requireNonNull(Path.of(regions).getParent()));
        }
        String text = regions.getRawSchemeSpecificPart();
        Path jar = Path.of(URI.create(text.substring(0, text.indexOf("!/"))));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            return in(inside.getPath("/catalogue"));
        } catch (IOException broken) {
            throw new UncheckedIOException("The archive with the shipped catalogue cannot be read.", broken);
        }
    }

    /** The catalogue in a folder. @throws ConfigProblem if it cannot be used as it is */
    public static Catalogue in(Path folder) {
        List<Region> regions = RegionReader.read(YamlText.of(folder.resolve("regions.yaml")));
        List<ItemReader.Placed> placed = new ArrayList<>();
        for (Path file : itemFiles(folder)) {
            ItemReader.Placed item = ItemReader.read(YamlText.of(file));
            checkName(file, item);
            placed.add(item);
        }
        placed.sort(Comparator.comparing((ItemReader.Placed it) -> it.item().department())
                .thenComparing(ItemReader.Placed::order)
                .thenComparing(it -> it.item().code()));
        return new Catalogue(placed.stream().map(ItemReader.Placed::item).toList(), regions);
    }

    private static void checkName(Path file, ItemReader.Placed placed) {
        ServiceItem item = placed.item();
        String[] code = item.code().split("\\.", 2);
        if (!file.endsWith(code[0] + "/" + code[1] + ".yaml")) {
            throw placed.spot().problem("an item stands in <department>/<item>.yaml as its code says", item.code());
        }
    }

    private static List<Path> itemFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<Path> items = files.filter(it -> it.toString().endsWith(".yaml"))
                    .filter(it -> !folder.equals(it.getParent()))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (items.isEmpty() || items.size() > MOST_FILES) {
                throw new Spot(folder.toString(), 0).problem("expected 1 to " + MOST_FILES + " items in this folder");
            }
            return items;
        } catch (IOException unreadable) {
            throw new Spot(folder.toString(), 0).problem("the folder cannot be read");
        }
    }
}
