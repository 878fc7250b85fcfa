package kiosk.desktop.widget;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import kiosk.form.Provenance;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Where a value came from: the card, the platform or the citizen; an icon and a word. */
public final class SourceBadge extends HBox {
    /** The badge of a source. */
    public SourceBadge(Provenance source, Texts texts) {
        super(
                Icons.small(
                        switch (source) {
                            case CARD -> MaterialDesignC.CARD_ACCOUNT_DETAILS_OUTLINE;
                            case PLATFORM -> MaterialDesignC.CLOUD_CHECK_OUTLINE;
                            case CITIZEN -> MaterialDesignP.PENCIL_OUTLINE;
                        }),
                Words.aside(texts.say(source)));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("source", "source-" + source.name().toLowerCase(Locale.ROOT));
    }
}
