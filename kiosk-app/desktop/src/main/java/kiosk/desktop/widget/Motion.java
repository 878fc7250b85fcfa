package kiosk.desktop.widget;

/** Whether things on the screen move. */
public enum Motion {
    /** They move where movement shows what to do. */
    CALM,
    /** They stand still. */
    NONE
}
