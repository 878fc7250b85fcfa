package kiosk.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import kiosk.catalogue.Language;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.frame.Frame;
import kiosk.desktop.frame.Look;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.widget.Motion;
import kiosk.desktop.widget.Texts;
import kiosk.visit.Idle;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;

/** A frame in which any visit can be hung up to be looked at. */
final class Gallery {
    private final Texts texts = new Texts();
    private final Look look = new Look();
    private final Workshop workshop;
    private final Frame frame;
    private final Scene scene;
    private Screens screens;
    private Visit hung = new Idle();
    private Surroundings around = Samples.FINE;

    /** How the gallery is lit. */
    record Light(String name, Language language, Look.TextSize size, Look.Contrast contrast, Look.Shape shape) {
        double width() {
            return shape == Look.Shape.PORTRAIT ? 1080 : 1920;
        }

        double height() {
            return shape == Look.Shape.PORTRAIT ? 1920 : 1080;
        }

        /** Whether pictures are kept in this light: of the usual upright Chinese screens always, of all with KIOSK_PICTURES=all. */
        boolean kept() {
            return name.equals("portrait") || "all".equals(System.getenv("KIOSK_PICTURES"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    Gallery(Light light) {
        this(light, Samples.workshop());
    }

    Gallery(Light light, Workshop workshop) {
        this.workshop = workshop;
        texts.speak(light.language());
        look.show(Motion.NONE);
        look.show(light.shape());
        look.show(light.size());
        look.show(light.contrast());
        frame = new Frame(
                Samples.PLACE,
                texts,
                look,
                new Frame.TimeKeeping(Samples.CLOCK, Duration.ofSeconds(30)),
                new StillVisitor());
        scene = new Scene(frame, light.width(), light.height());
        screens = screens(texts, look, workshop);
    }

    Scene hang(Visit visit, Surroundings surroundings) {
        screens = screens(texts, look, workshop);
        hung = visit;
        around = surroundings;
        return drawn();
    }

    /** The picture that hangs, after a touch on one of its buttons. */
    Scene touched(String button) {
        if (!(scene.lookup("#" + button) instanceof Button found)) {
            throw new IllegalStateException("no button " + button);
        }
        found.fire();
        return drawn();
    }

    /** By what the picture that hangs is told from others. */
    Object page() {
        return screens.draw(hung, around).page();
    }

    /** All words on the picture that hangs. */
    String words() {
        return scene.getRoot().lookupAll(".label").stream()
                .map(it -> it instanceof Label label ? label.getText() : "")
                .collect(Collectors.joining("\n"));
    }

    /** Takes the picture down, as when a visit goes on to another step. */
    boolean left() {
        screens.draw(new Idle(), around);
        return true;
    }

    /** The picture that hangs, drawn again. */
    Scene drawn() {
        frame.show(
                hung,
                screens.draw(hung, around),
                Optional.of(Samples.CLOCK.instant().plusSeconds(70)));
        Node shield = frame.lookup("#touch-shield");
        shield.setVisible(false);
        frame.applyCss();
        frame.layout();
        return scene;
    }

    static Screens screens(Texts texts, Look look) {
        return screens(texts, look, Samples.workshop());
    }

    private static Screens screens(Texts texts, Look look, Workshop workshop) {
        Desk desk = new Desk(
                texts, Samples.CATALOGUE, look, Samples.PLACE, Samples::code, Samples.CLOCK, new StillFinger());
        return new Screens(desk, workshop);
    }

    private static final class StillFinger implements Desk.Finger {
        @Override
        public void tell(VisitEvent... events) {
            // nobody touches
        }

        @Override
        public void redraw() {
            // nothing changes
        }
    }

    private static final class StillVisitor implements Frame.Visitor {
        @Override
        public void knocks() {
            // nobody touches
        }

        @Override
        public void stillHere() {
            // nobody touches
        }

        @Override
        public void goes() {
            // nobody touches
        }
    }
}
