package kiosk.desktop.technician.board;

import kiosk.desktop.widget.Icons;
import kiosk.device.Health;
import kiosk.submission.Backlog;
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

    /** How an entry of the queue stands. */
    public static FontIcon icon(Backlog.Item entry) {
        return switch (entry.state()) {
            case HELD, UNSETTLED -> icon(MaterialDesignC.CASH_CLOCK, "icon-amber");
            case AFTER_ANOTHER -> icon(MaterialDesignC.CLOCK_OUTLINE, "icon-blue");
            case SENT_BACK -> icon(MaterialDesignA.ARROW_U_LEFT_TOP_BOLD, "icon-amber");
            case REFUSED -> icon(MaterialDesignC.CLOSE_OCTAGON, "icon-red");
            case READY -> waiting(entry.cause());
        };
    }

    private static FontIcon waiting(Backlog.Cause cause) {
        return switch (cause) {
            case NOT_TRIED, UNDER_WAY -> icon(MaterialDesignC.CLOCK_OUTLINE, "icon-blue");
            case LOCKED_OUT -> icon(MaterialDesignC.CLOSE_OCTAGON, "icon-red");
            default -> icon(MaterialDesignA.ALERT, "icon-amber");
        };
    }

    private static FontIcon icon(Ikon what, String colour) {
        FontIcon icon = Icons.small(what);
        icon.getStyleClass().add(colour);
        return icon;
    }
}
