package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.entry.InputLine;
import kiosk.desktop.entry.Keyboard;
import kiosk.desktop.frame.Look;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Tile;
import kiosk.desktop.widget.Words;
import kiosk.identity.Citizen.Assurance;
import kiosk.platform.Collectable;
import kiosk.visit.ChangingPin;
import kiosk.visit.ChoosingItem;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What the citizen can do now, by department or by search, and what waits to be collected. */
public final class HomeScreen implements Screen<ChoosingItem> {
    private static final int DOCUMENTS_SHOWN = 3;

    private final Desk desk;
    private boolean searching;
    private String sought = "";

    /** The screen from which an item is chosen. */
    public HomeScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(ChoosingItem visit, Surroundings surroundings) {
        Picture picture = searching ? search(surroundings) : home(visit, surroundings);
        return picture.quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Picture home(ChoosingItem visit, Surroundings surroundings) {
        List<Node> said = new ArrayList<>();
        said.add(Words.body(desk.say("home.what")));
        notice(visit, surroundings).ifPresent(said::add);
        BigButton find = BigButton.plain("search", desk.say("home.search"), () -> turnSearch(true))
                .with(MaterialDesignM.MAGNIFY);
        find.setMaxWidth(Double.MAX_VALUE);
        said.add(Parts.pair(cases(), find));
        List<Node> parts = new ArrayList<>();
        List<Node> documents = roomBeside() && surroundings.queueOpen() ? said : parts;
        visit.unfinished().ifPresent(it -> documents.add(0, new UnfinishedCard(desk, surroundings).of(it)));
        visit.documents().stream().limit(DOCUMENTS_SHOWN).forEach(it -> documents.add(document(it)));
        if (ChangingPin.possible(visit.citizen(), surroundings)) {
            documents.add(pinChange());
        }
        parts.addAll(tiles(surroundings, it -> true));
        String greeting = desk.say("home.greeting", visit.citizen().maskedName());
        return Picture.of("home", Parts.explanation(greeting, said.toArray(Node[]::new)), rolled(parts));
    }

    /** Whether what waits fits beside the items; larger words go above them. */
    private boolean roomBeside() {
        return desk.landscape() && desk.look().size().get() == Look.TextSize.NORMAL;
    }

    private BigButton cases() {
        BigButton cases = BigButton.plain(
                        "my-cases", desk.say("home.cases"), () -> desk.tell(new VisitEvent.CasesWanted()))
                .with(MaterialDesignF.FILE_SEARCH_OUTLINE);
        cases.setMaxWidth(Double.MAX_VALUE);
        return cases;
    }

    private BigButton pinChange() {
        BigButton change = BigButton.plain(
                        "change-pin", desk.say("home.change-pin"), () -> desk.tell(new VisitEvent.PinChangeWanted()))
                .with(MaterialDesignL.LOCK_RESET);
        change.setMaxWidth(Double.MAX_VALUE);
        return change;
    }

    private Optional<Node> notice(ChoosingItem visit, Surroundings surroundings) {
        if (!surroundings.queueOpen()) {
            return Optional.of(Parts.shut(desk, surroundings));
        }
        if (visit.refused().isPresent()
                && Availability.of(visit.refused().get(), surroundings) instanceof Availability.NotNow not) {
            return Optional.of(new Notice(Notice.Kind.MUST, desk.texts().say(not.reason())));
        }
        return visit.citizen().assurance() == Assurance.CHIP_ALONE
                ? Optional.of(new Notice(Notice.Kind.KNOWN, desk.say("home.offline")))
                : Optional.empty();
    }

    private Tile document(Collectable document) {
        String title = desk.catalogue()
                .item(document.item())
                .map(it -> desk.texts().say(it.title()))
                .orElse(document.number().text());
        return new Tile(
                        "document-" + document.number().text(),
                        Icons.large(MaterialDesignF.FILE_CERTIFICATE_OUTLINE),
                        desk.say(document.receipt().isPresent() ? "home.receipt" : "home.document", title),
                        () -> desk.tell(new VisitEvent.DocumentChosen(document)))
                .noting(desk.say(noted(document)));
    }

    private static String noted(Collectable waiting) {
        if (waiting.printed() > 0) {
            return "home.perhaps-printed";
        }
        return waiting.receipt().isPresent() ? "home.receipt-owed" : "home.document-ready";
    }

    private Picture search(Surroundings surroundings) {
        VBox found = new VBox();
        found.getStyleClass().add("group");
        InputLine line = new InputLine("search-line", 20, words -> {
                    sought = words;
                    found.getChildren().setAll(found(surroundings));
                })
                .prompting(desk.say("home.search-prompt"));
        line.hold(sought);
        found.getChildren().setAll(found(surroundings));
        VBox work = Parts.work(rolled(List.of(found)), Keyboard.text(line, desk.texts()));
        return Picture.of("search", Parts.explanation(desk.say("home.search-title"), line), work)
                .back(desk.say("action.back"), () -> turnSearch(false));
    }

    private List<Node> found(Surroundings surroundings) {
        List<Node> tiles = tiles(surroundings, this::matches);
        return tiles.isEmpty() ? List.of(new Notice(Notice.Kind.KNOWN, desk.say("home.search-none"))) : tiles;
    }

    private boolean matches(ServiceItem item) {
        String words = sought.strip().toLowerCase(Locale.ROOT);
        return words.codePoints()
                        .filter(it -> !Character.isWhitespace(it))
                        .allMatch(it -> item.title().chinese().indexOf(it) >= 0)
                || item.title().english().toLowerCase(Locale.ROOT).contains(words);
    }

    private List<Node> tiles(Surroundings surroundings, java.util.function.Predicate<ServiceItem> wanted) {
        return new ItemTiles(desk, item -> desk.tell(new VisitEvent.ItemChosen(item))).of(surroundings, wanted);
    }

    private void turnSearch(boolean on) {
        searching = on;
        sought = "";
        desk.redraw();
    }

    private Roll rolled(List<Node> parts) {
        VBox all = new VBox(parts.toArray(Node[]::new));
        all.getStyleClass().add("group");
        Roll roll = new Roll(all, desk.texts());
        VBox.setVgrow(roll, Priority.ALWAYS);
        return roll;
    }
}
