package kiosk.desktop.entry;

/** What a keyboard types into. */
public interface Typed {
    /** Adds what was typed. */
    void type(String more);

    /** Takes the last character away. */
    void erase();

    /** Takes everything away. */
    void clear();
}
