package kiosk.desktop.technician.board;

import kiosk.desktop.widget.Icons;
import kiosk.device.Health;
import kiosk.upkeep.TestRecord.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** A state as an icon whose outline tells it as well as its colour does. */
public final class States {
    private States() {}

    /** How a device is. */
    public static FontIcon icon(Health.State state) {
        return switch (state) {
            case ONLINE -> icon(MaterialDesignC.CHECK_CIRCLE, "icon-green");
            case DEGRADED -> icon(MaterialDesignA.ALERT, "icon-amber");
            case OFFLINE -> icon(MaterialDesignC.CLOSE_OCTAGON, "icon-red");
        };
    }

    /** How a test ended. */
    public static FontIcon icon(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> icon(MaterialDesignC.CHECK_CIRCLE, "icon-green");
            case FAILED -> icon(MaterialDesignC.CLOSE_OCTAGON, "icon-red");
            case NOT_FINISHED -> icon(MaterialDesignH.HELP_CIRCLE, "icon-amber");
        };
    }

    private static FontIcon icon(Ikon what, String colour) {
        FontIcon icon = Icons.small(what);
        icon.getStyleClass().add(colour);
        return icon;
    }
}
