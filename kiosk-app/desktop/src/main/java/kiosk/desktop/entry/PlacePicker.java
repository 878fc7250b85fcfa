package kiosk.desktop.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Region;
import kiosk.desktop.widget.Texts;

/** A place by touching its province and then its city; a municipality is chosen at once. Ids are {@code place-} and the code. */
public final class PlacePicker extends VBox {
    private static final int SHOWN = 20;

    private final Catalogue catalogue;
    private final Texts texts;
    private final Consumer<String> changed;
    private Optional<Region> province = Optional.empty();
    private String value = "";
    private int page;

    /** A picker among the catalogue's places; {@code changed} is told the six-digit code. */
    public PlacePicker(Catalogue catalogue, Texts texts, Consumer<String> changed) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.changed = changed;
        getStyleClass().add("place-picker");
        draw();
    }

    /** This picker with a place chosen. */
    public PlacePicker holding(String code) {
        value = code;
        province = catalogue.regions().stream()
                .filter(it -> it.parts().stream().anyMatch(part -> part.code().equals(code)))
                .findFirst();
        draw();
        return this;
    }

    private void draw() {
        getChildren().clear();
        province.ifPresent(it -> getChildren().add(wayBack(it)));
        List<Region> offered = province.map(Region::parts).orElse(catalogue.regions());
        TilePane tiles = new TilePane();
        tiles.getStyleClass().add("places");
        int from = Math.min(page * SHOWN, offered.size());
        offered.subList(from, Math.min(from + SHOWN, offered.size()))
                .forEach(it -> tiles.getChildren().add(place(it)));
        getChildren().add(tiles);
        if (offered.size() > SHOWN) {
            getChildren().add(Keyboard.key("more-places", texts.say("key.more"), () -> turnPage(offered.size())));
        }
    }

    private void turnPage(int size) {
        page = (page + 1) * SHOWN < size ? page + 1 : 0;
        draw();
    }

    private Node wayBack(Region from) {
        Button back = DateGrid.part(
                "places-back",
                texts.say("place.back", texts.say(from.name())),
                true,
                () -> openProvince(Optional.empty()));
        return DateGrid.parts(List.of(back));
    }

    private Button place(Region region) {
        Button tile = Keyboard.key("", texts.say(region.name()), () -> touch(region));
        tile.setId("place-" + region.code());
        tile.getStyleClass().add("cell");
        tile.setWrapText(true);
        if (region.code().equals(value)) {
            tile.getStyleClass().add("chosen");
        }
        return tile;
    }

    private void touch(Region region) {
        if (province.isEmpty() && !region.parts().isEmpty()) {
            openProvince(Optional.of(region));
            return;
        }
        value = region.code();
        changed.accept(value);
        draw();
    }

    private void openProvince(Optional<Region> which) {
        province = which;
        page = 0;
        draw();
    }
}
