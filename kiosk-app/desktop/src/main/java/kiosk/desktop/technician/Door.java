package kiosk.desktop.technician;

import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kiosk.desktop.entry.InputLine;
import kiosk.desktop.entry.Keyboard;
import kiosk.desktop.technician.PinGuard.Verdict;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;

/** Where a technician enters the PIN; it is checked beside the FX thread, one try at a time. */
public final class Door extends VBox {
    private final PinGuard guard;
    private final Texts texts;
    private final Runnable enter;
    private final InputLine line = new InputLine("pin", PinFile.LONGEST, typed -> {}).veiled(InputLine.Veil.HIDDEN);
    private final Label said = Words.body("");
    private final BigButton open;

    /** A door that runs {@code enter} on the FX thread when the PIN was right, and {@code leave} when it is given up. */
    public Door(PinGuard guard, Texts texts, Runnable enter, Runnable leave) {
        this.guard = guard;
        this.texts = texts;
        this.enter = enter;
        open = BigButton.main("pin-enter", texts.say("pin.enter"), this::tries);
        open.setMaxWidth(Double.MAX_VALUE);
        BigButton close = BigButton.plain("pin-leave", texts.say("pin.leave"), leave);
        close.setMaxWidth(Double.MAX_VALUE);
        said.setId("pin-said");
        say(guard.locked());
        getStyleClass().add("work");
        getChildren().addAll(content(close));
    }

    private Node[] content(BigButton close) {
        return new Node[] {Words.title(texts.say("pin.title")), said, line, Keyboard.digits(line, texts), open, close};
    }

    private void say(Duration locked) {
        said.setText(locked.isZero() ? texts.say("pin.what") : texts.say("pin.locked", locked.toMinutes() + 1));
    }

    private void tries() {
        char[] entered = line.text().toCharArray();
        line.hold("");
        open.setDisable(true);
        Bench.WORK.execute(() -> {
            Verdict verdict = guard.tries(entered);
            Platform.runLater(() -> hear(verdict));
        });
    }

    private void hear(Verdict verdict) {
        open.setDisable(false);
        switch (verdict) {
            case RIGHT -> enter.run();
            case WRONG -> said.setText(texts.say("pin.wrong"));
            case LOCKED -> say(guard.locked());
            case NOT_SET -> said.setText(texts.say("pin.not-set"));
        }
    }
}
