package kiosk.demo.rehearsal;

import java.util.List;
import java.util.Map;

/** What the robot says where a form asks, and who goes for what. All people are fictional. */
final class Playbook {
    /** Stands for a technician's round where items are named. */
    static final String TECHNICIAN = "technician";

    private static final String ZHANG = "110101199003078881";
    private static final String ELDER = "11010519491231002X";
    private static final String RARE = "110102198511230028";
    private static final String HANGZHOU = "330106197806150035";
    private static final String FREELANCE = "440106200311110015";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("phone", "13800001234"),
            Map.entry("insuredNumber", "440106200311110015"),
            Map.entry("landlordPhone", "13900005678"));
    private static final List<String> OPTIONS = List.of(
            "self",
            "referral",
            "employment",
            "job",
            "rent",
            "rented",
            "pension",
            "urban",
            "employee",
            "flexible",
            "g400",
            "grade-400");
    private static final List<String> PLACES = List.of("310000", "110000");

    private Playbook() {}

    /**
     * One visit to be walked.
     *
     * @param number the citizen's
     * @param evidence what they come with
     * @param cut whether the line is cut when they hand in
     */
    record Errand(String item, String number, With evidence, boolean cut) {
        @Override
        public String toString() {
            return "Errand[" + item + (cut ? ", cut]" : "]");
        }
    }

    /** What a citizen comes with. */
    enum With {
        ID_CARD,
        SOCIAL_CARD,
        CODE
    }

    /** What to type into a field. */
    static String words(String field) {
        return WORDS.getOrDefault(field, "123456");
    }

    /** Which of the options that are seen to touch. */
    static String option(List<String> seen) {
        return seen.stream().filter(OPTIONS::contains).findFirst().orElse(seen.get(0));
    }

    /** Which of the places that are seen to touch. */
    static String place(List<String> seen) {
        return seen.stream().filter(PLACES::contains).findFirst().orElse(seen.get(0));
    }

    /** Every shipped item with the line up. */
    static List<Errand> whole() {
        return List.of(
                new Errand("public-security.no-criminal-record", ZHANG, With.ID_CARD, false),
                new Errand("public-security.residence-registration", HANGZHOU, With.ID_CARD, false),
                new Errand("tax.income-tax-record", ZHANG, With.CODE, false),
                new Errand("tax.resident-insurance-payment", FREELANCE, With.ID_CARD, false),
                new Errand("social-security.contribution-certificate", RARE, With.SOCIAL_CARD, false),
                new Errand("social-security.flexible-employment-registration", FREELANCE, With.ID_CARD, false),
                new Errand("medical-insurance.insurance-certificate", ELDER, With.SOCIAL_CARD, false),
                new Errand("medical-insurance.cross-region-care", ZHANG, With.ID_CARD, false));
    }

    /** Every item that may be handed in without the line. */
    static List<Errand> cut() {
        return List.of(
                new Errand("public-security.no-criminal-record", RARE, With.ID_CARD, true),
                new Errand("public-security.residence-registration", HANGZHOU, With.ID_CARD, true),
                new Errand("social-security.contribution-certificate", ZHANG, With.SOCIAL_CARD, true),
                new Errand("social-security.flexible-employment-registration", FREELANCE, With.ID_CARD, true),
                new Errand("medical-insurance.insurance-certificate", ELDER, With.ID_CARD, true),
                new Errand("medical-insurance.cross-region-care", ZHANG, With.ID_CARD, true));
    }

    /** One item a department, for the other shape of screen. */
    static List<Errand> lying() {
        return List.of(
                new Errand("public-security.no-criminal-record", ELDER, With.ID_CARD, false),
                new Errand("tax.income-tax-record", ZHANG, With.SOCIAL_CARD, false),
                new Errand("social-security.contribution-certificate", RARE, With.ID_CARD, false),
                new Errand("medical-insurance.cross-region-care", ZHANG, With.CODE, false));
    }
}
