package kiosk.visit;

/**
 * A scan under way.
 *
 * @param material what is being scanned
 * @param place where its next page belongs among the material's pages, from 0
 * @param pages how many pages it has brought
 * @param progress how much of the next page is in, 0 to 1
 * @param waiting how many of the pages about which the citizen is to be asked come after those of this scan
 */
public record Feed(String material, int place, int pages, double progress, int waiting) {
    /** The same, so far with the page that is coming in. */
    Feed at(double part) {
        return new Feed(material, place, pages, part, waiting);
    }

    /** The same, after a page that was put in its place. */
    Feed placed() {
        return new Feed(material, place + 1, pages + 1, 0, waiting);
    }

    /** The same, after a page about which the citizen is asked. */
    Feed doubted() {
        return new Feed(material, place, pages + 1, 0, waiting);
    }
}
