package kiosk.demo.rehearsal;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import kiosk.desktop.KioskApplication.Running;
import kiosk.visit.Collecting;
import kiosk.visit.Reviewing;
import kiosk.visit.Visit;

/**
 * Tells, as it happens on the screen, when it is {@code usable}, and the moments a power cut may fall between: {@code submit}
 * touched, the {@code number} that is about to be drawn, the receipt {@code printed}.
 */
final class Moments {
    private final Running kiosk;
    private String number = "";
    private boolean printed;
    private int usable;

    private Moments(Running kiosk) {
        this.kiosk = kiosk;
    }

    static void watch(Running kiosk) {
        Moments moments = new Moments(kiosk);
        Platform.runLater(() -> {
            Scene scene = kiosk.scene();
            scene.addEventFilter(MouseEvent.MOUSE_RELEASED, touch -> moments.touched());
            scene.addPostLayoutPulseListener(moments::drawn);
        });
    }

    private void touched() {
        if (kiosk.shown().visit() instanceof Reviewing) {
            number = "";
            printed = false;
            System.out.println("submit");
        }
    }

    private void drawn() {
        usable += usable < 3 && takesTouches() ? 1 : 0;
        if (usable == 2) {
            usable = 3;
            System.out.println("usable");
        }
        Visit visit = kiosk.shown().visit();
        words(kiosk.scene().lookup("#number")).filter(it -> !it.equals(number)).ifPresent(it -> {
            number = it;
            System.out.println("number " + it);
        });
        if (!printed && visit instanceof Collecting collecting && !collecting.busy()) {
            printed = true;
            System.out.println("printed");
        }
    }

    private boolean takesTouches() {
        Node action = kiosk.scene().lookup("#main-action");
        return action != null
                && action.isVisible()
                && !kiosk.scene().lookup("#touch-shield").isVisible();
    }

    private static Optional<String> words(Node node) {
        if (node instanceof Labeled labeled) {
            return Optional.of(labeled.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(it -> words(it).stream())
                        .findFirst()
                : Optional.empty();
    }
}
