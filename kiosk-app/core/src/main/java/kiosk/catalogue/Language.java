package kiosk.catalogue;

/** The languages the terminal speaks. */
public enum Language {
    /** Chinese as written in the mainland, the first language everywhere. */
    ZH_CN("zh-CN"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }
}
