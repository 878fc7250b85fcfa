package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Availability;
import kiosk.catalogue.Department;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.PairGrid;
import kiosk.desktop.widget.Tile;
import kiosk.desktop.widget.Words;

/** The items as tiles under their departments; what cannot be done now says why. */
final class ItemTiles {
    private final Desk desk;
    private final Consumer<ServiceItem> chosen;
    private boolean openAll;

    ItemTiles(Desk desk, Consumer<ServiceItem> chosen) {
        this.desk = desk;
        this.chosen = chosen;
    }

    /** These tiles, of which also those can be touched that cannot be done now: to read their guide. */
    ItemTiles alsoWhatCannotBeDone() {
        openAll = true;
        return this;
    }

    /** The departments with those of their items that are wanted. */
    List<Node> of(Surroundings surroundings, Predicate<ServiceItem> wanted) {
        List<Node> departments = Arrays.stream(Department.values())
                .map(it -> department(it, surroundings, wanted))
                .flatMap(List::stream)
                .toList();
        return desk.landscape() ? List.of(new PairGrid(440, departments)) : departments;
    }

    private List<Node> department(Department department, Surroundings surroundings, Predicate<ServiceItem> wanted) {
        List<Node> tiles = new ArrayList<>();
        desk.catalogue().of(department).stream().filter(wanted).forEach(it -> tiles.add(tile(it, surroundings)));
        if (tiles.isEmpty()) {
            return List.of();
        }
        HBox head = new HBox(Icons.of(department), Words.heading(desk.texts().say(department)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("department-head", Icons.styleOf(department));
        Node grid = desk.landscape() ? Parts.rows(tiles) : new PairGrid(440, tiles);
        VBox box = new VBox(head, grid);
        box.getStyleClass().add("department");
        return List.of(box);
    }

    private Tile tile(ServiceItem item, Surroundings surroundings) {
        Region stripe = new Region();
        stripe.getStyleClass().addAll("stripe", Icons.styleOf(item.department()));
        Tile tile = new Tile(
                "tile-" + Parts.idOf(item.code()), stripe, desk.texts().say(item.title()), () -> chosen.accept(item));
        Availability availability = Availability.of(item, surroundings);
        if (availability instanceof Availability.NotNow not) {
            String reason = desk.texts().say(not.reason());
            return openAll ? tile.noting(reason) : tile.without(reason);
        }
        return availability instanceof Availability.NowOffline offline
                ? tile.noting(desk.texts().say(offline.rule()))
                : tile.with(desk.texts().say(item.kind()));
    }
}
