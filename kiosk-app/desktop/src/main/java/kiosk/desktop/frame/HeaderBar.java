package kiosk.desktop.frame;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Language;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The head of every screen: where one is, the time, the other language, larger words, help. */
final class HeaderBar extends HBox {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d/M HH:mm");

    private final Place place;
    private final Texts texts;
    private final Clock clock;
    private final Label name = Words.words("", "place");
    private final Label time = Words.words("", "time");
    private final BigButton language;
    private final BigButton elder;
    private final BigButton help;

    HeaderBar(Place place, Texts texts, Clock clock, Panels panels, Runnable placeTouched) {
        this.place = place;
        this.texts = texts;
        this.clock = clock;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        language = BigButton.quiet("language", "", this::otherLanguage).with(MaterialDesignT.TRANSLATE);
        elder = BigButton.quiet("elder", "", panels::openLook).with(MaterialDesignM.MAGNIFY_PLUS_OUTLINE);
        help = BigButton.quiet("help", "", panels::openHelp).with(MaterialDesignH.HELP_CIRCLE_OUTLINE);
        VBox where = new VBox(name, time);
        where.setId("place");
        where.setOnMousePressed(touch -> placeTouched.run());
        where.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(where, Priority.ALWAYS);
        getChildren().addAll(where, language, elder, help);
        getChildren().stream().filter(Button.class::isInstance).forEach(it -> ((Button) it).setMinWidth(USE_PREF_SIZE));
        texts.languageProperty().addListener((spoken, before, now) -> draw());
        draw();
    }

    private void otherLanguage() {
        texts.speak(texts.language() == Language.ZH_CN ? Language.EN : Language.ZH_CN);
    }

    private void draw() {
        name.setText(texts.say(place.name()));
        language.setText(texts.say("header.other-language"));
        elder.setText(texts.say("header.elder"));
        help.setText(texts.say("header.help"));
        tick();
    }

    /** Shows the time as it is. */
    void tick() {
        ZonedDateTime now = clock.instant().atZone(CHINA);
        time.setText((texts.language() == Language.ZH_CN ? CHINESE : ENGLISH).format(now));
    }
}
