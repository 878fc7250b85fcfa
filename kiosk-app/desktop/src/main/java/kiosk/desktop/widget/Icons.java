package kiosk.desktop.widget;

import java.util.Locale;
import kiosk.catalogue.Department;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Icons of the one family, drawn in the size and colour the stylesheet gives their kind. */
public final class Icons {
    private Icons() {}

    /** An icon of a line's height. */
    public static FontIcon small(Ikon what) {
        return icon(what, "icon-small");
    }

    /** An icon that a tile carries. */
    public static FontIcon large(Ikon what) {
        return icon(what, "icon-large");
    }

    /** An icon that a whole screen is about. */
    public static FontIcon huge(Ikon what) {
        return icon(what, "icon-huge");
    }

    /** A department's icon. */
    public static FontIcon of(Department department) {
        FontIcon icon = large(
                switch (department) {
                    case PUBLIC_SECURITY -> MaterialDesignS.SHIELD_ACCOUNT;
                    case TAX -> MaterialDesignC.CALCULATOR_VARIANT;
                    case SOCIAL_SECURITY -> MaterialDesignC.CARD_ACCOUNT_DETAILS;
                    case MEDICAL_INSURANCE -> MaterialDesignH.HOSPITAL_BOX;
                });
        icon.getStyleClass().add(styleOf(department));
        return icon;
    }

    /** The style class of a department's tint. */
    public static String styleOf(Department department) {
        return department.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static FontIcon icon(Ikon what, String kind) {
        FontIcon icon = FontIcon.of(what);
        icon.getStyleClass().add(kind);
        return icon;
    }
}
