package kiosk.desktop.widget;

import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** The five levels of a rating (GB/T 39735-2020), each a face, a word and stars; ids {@code star-5} to {@code star-1}. */
public final class Stars extends VBox {
    private static final Ikon[] FACES = {
        MaterialDesignE.EMOTICON_ANGRY_OUTLINE,
        MaterialDesignE.EMOTICON_SAD_OUTLINE,
        MaterialDesignE.EMOTICON_NEUTRAL_OUTLINE,
        MaterialDesignE.EMOTICON_HAPPY_OUTLINE,
        MaterialDesignE.EMOTICON_EXCITED_OUTLINE
    };

    private final Texts texts;
    private final IntConsumer chosen;

    /** Stars of which so many are chosen, 0 for none. */
    public Stars(Texts texts, int given, IntConsumer chosen) {
        this.texts = texts;
        this.chosen = chosen;
        getStyleClass().add("stars");
        for (int stars = 5; stars >= 1; stars--) {
            getChildren().add(level(stars, stars == given));
        }
    }

    private Button level(int stars, boolean on) {
        Label words = Words.heading(texts.say("stars." + stars));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label row = Words.words("★".repeat(stars) + "☆".repeat(5 - stars), "star-row");
        WideButton tile = new WideButton("star-" + stars, "option", Icons.large(FACES[stars - 1]), words, row);
        if (on) {
            tile.getStyleClass().add("chosen");
        }
        tile.setOnAction(touched -> chosen.accept(stars));
        return tile;
    }
}
