package kiosk.desktop.frame;

import kiosk.catalogue.Text;

/**
 * Where the terminal stands.
 *
 * @param name stands in the header of every screen
 * @param help whom to ask: a window, a telephone number
 */
public record Place(Text name, Text help) {}
