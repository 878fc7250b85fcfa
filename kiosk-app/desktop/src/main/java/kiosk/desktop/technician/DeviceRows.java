package kiosk.desktop.technician;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A row for each device: how it is, what it says of itself, what the last test brought, and a button to test it. */
final class DeviceRows {
    private final Desk desk;
    private final Workshop workshop;
    private final Map<DeviceKind, String> results;
    private final Consumer<DeviceKind> test;

    DeviceRows(Desk desk, Workshop workshop, Map<DeviceKind, String> results, Consumer<DeviceKind> test) {
        this.desk = desk;
        this.workshop = workshop;
        this.results = results;
        this.test = test;
    }

    List<Node> draw() {
        Map<DeviceKind, Health> healths = workshop.healths().get();
        List<Node> rows = new ArrayList<>();
        for (DeviceKind kind : DeviceKind.values()) {
            Health health = healths.get(kind);
            if (health != null) {
                rows.add(row(kind, health));
            }
        }
        return rows;
    }

    private Node row(DeviceKind kind, Health health) {
        VBox said = new VBox(Words.heading(desk.texts().say(kind)), Words.aside(state(health)));
        nameplate(health.nameplate(), said);
        String result = results.get(kind);
        if (result != null) {
            said.getChildren().add(Words.words(desk.say("technician.result", result), "note"));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        BigButton button = BigButton.plain("test-" + word, desk.say("technician.test"), () -> test.accept(kind));
        button.setMinWidth(HBox.USE_PREF_SIZE);
        HBox row = new HBox(icon(health.state()), said, button);
        row.setId("device-" + word);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    private static FontIcon icon(Health.State state) {
        FontIcon icon =
                Icons.small(state == Health.State.ONLINE ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT);
        icon.getStyleClass()
                .add(
                        switch (state) {
                            case ONLINE -> "icon-green";
                            case DEGRADED -> "icon-amber";
                            case OFFLINE -> "icon-red";
                        });
        return icon;
    }

    private String state(Health health) {
        String fault = health.fault()
                .map(it -> desk.say("list.separator")
                        + desk.texts().say(it.cause())
                        + (it.code().isEmpty() ? "" : " [" + it.code() + "]"))
                .orElse("");
        return desk.texts().say(health.state()) + fault;
    }

    private static void nameplate(Nameplate plate, VBox said) {
        String words = String.join(
                " ", Arrays.asList(plate.manufacturer(), plate.model(), plate.serialNumber(), plate.firmware()));
        if (!words.isBlank()) {
            said.getChildren().add(Words.aside(words.strip()));
        }
    }
}
