package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Words;
import kiosk.submission.Draft;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What the citizen left half done: to be gone on with, if it can be finished now, or not wanted any more. */
final class UnfinishedCard {
    private final Desk desk;
    private final Surroundings surroundings;

    UnfinishedCard(Desk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
    }

    Node of(Draft draft) {
        Optional<ServiceItem> item = desk.catalogue().item(draft.item());
        Optional<Availability.NotNow> not = item.map(it -> Availability.of(it, surroundings))
                .filter(Availability.NotNow.class::isInstance)
                .map(Availability.NotNow.class::cast);
        List<Node> parts = new ArrayList<>();
        parts.add(Words.words(desk.say("home.draft"), "label-of-value"));
        item.ifPresent(it -> parts.add(Words.heading(desk.texts().say(it.title()))));
        if (not.isPresent()) {
            parts.add(Words.words(desk.texts().say(not.get().reason()), "reason"));
        } else if (!desk.landscape()) {
            parts.add(Words.aside(desk.say("home.draft-what")));
        }
        parts.add(not.isPresent() ? drop(draft) : Parts.row(goOn(draft), drop(draft)));
        VBox card = Parts.work(parts.toArray(Node[]::new));
        card.getStyleClass().setAll("card", "unfinished");
        card.setId("unfinished");
        return card;
    }

    private BigButton goOn(Draft draft) {
        return wide(BigButton.main(
                        "draft-go-on",
                        desk.say("home.draft-go-on"),
                        () -> desk.tell(new VisitEvent.DraftWanted(draft.item())))
                .with(MaterialDesignA.ARROW_RIGHT));
    }

    private BigButton drop(Draft draft) {
        return wide(BigButton.plain(
                "draft-drop",
                desk.say("home.draft-drop"),
                () -> desk.tell(new VisitEvent.DraftUnwanted(draft.item()))));
    }

    private static BigButton wide(BigButton button) {
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return button;
    }
}
