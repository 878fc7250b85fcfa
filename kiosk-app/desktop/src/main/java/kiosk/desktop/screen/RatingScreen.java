package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import kiosk.catalogue.Field.Option;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Text;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.entry.ChoiceTiles;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Stars;
import kiosk.desktop.widget.Words;
import kiosk.visit.RatingService;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Five levels, and always the way not to rate (GB/T 39735-2020); below three stars at least one reason is asked. */
public final class RatingScreen implements Screen<RatingService> {
    private static final List<String> REASONS = List.of("wait", "steps", "device", "words", "result");

    private final Desk desk;
    private final Set<String> reasons = new LinkedHashSet<>();
    private int stars;
    private boolean why;
    private boolean asked;

    /** The screen of a rating, with none given. */
    public RatingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(RatingService visit, Surroundings surroundings) {
        Picture picture = why ? reasons() : levels();
        return picture.quit(desk.say("rate.skip"), () -> desk.tell(new VisitEvent.RatingSkipped()));
    }

    private Picture levels() {
        Node explanation = Parts.explanation(desk.say("rate.title"), Words.body(desk.say("rate.what")));
        Picture picture = Picture.of("rate", explanation, Parts.work(new Stars(desk.texts(), stars, this::choose)));
        return stars == 0
                ? picture.mainLater(desk.say("rate.give"), MaterialDesignC.CHECK)
                : picture.main(desk.say("rate.give"), MaterialDesignC.CHECK, this::give);
    }

    private Picture reasons() {
        List<Node> said = new ArrayList<>();
        said.add(
                asked
                        ? new Notice(Notice.Kind.MUST, desk.say("rate.why-missing"))
                        : Words.body(desk.say("rate.why-what")));
        List<Option> options = REASONS.stream().map(this::reason).toList();
        ChoiceTiles tiles =
                ChoiceTiles.several(options, desk.texts(), this::because).holding(String.join(",", reasons));
        return Picture.of(
                        "rate-why",
                        Parts.explanation(desk.say("rate.why"), said.toArray(Node[]::new)),
                        Parts.work(tiles))
                .main(desk.say("rate.give"), MaterialDesignC.CHECK, this::give)
                .back(desk.say("action.back"), () -> turnWhy(false));
    }

    private Option reason(String code) {
        String words = desk.say("rate.reason-" + code);
        return new Option(code, new Text(words, words));
    }

    private void because(String codes) {
        reasons.clear();
        reasons.addAll(codes.isEmpty() ? List.of() : List.of(codes.split(",", -1)));
    }

    private void choose(int given) {
        stars = given;
        desk.redraw();
    }

    private void turnWhy(boolean open) {
        why = open;
        desk.redraw();
    }

    private void give() {
        if (stars < 3 && !why) {
            turnWhy(true);
        } else if (stars < 3 && reasons.isEmpty()) {
            asked = true;
            desk.redraw();
        } else {
            desk.tell(new VisitEvent.RatingGiven(stars, stars < 3 ? List.copyOf(reasons) : List.of()));
        }
    }
}
