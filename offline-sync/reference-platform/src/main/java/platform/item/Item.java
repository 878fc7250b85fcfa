package platform.item;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item the platform offers: whose it is, what it promises, what comes out, what it may see of a person. */
public record Item(
        String code,
        String department,
        String kind,
        String title,
        int workingDays,
        @Nullable String document,
        List<String> prefill,
        @Nullable Price price) {
    private static final Pattern GRADE = Pattern.compile("[a-z]+-([0-9]{1,6})");

    public Item {
        prefill = List.copyOf(prefill);
    }

    /** Any whole yuan between two amounts. */
    public record Price(long leastFen, long mostFen) {
        boolean allows(long fen) {
            return fen >= leastFen && fen <= mostFen && fen % 100 == 0;
        }
    }

    public boolean costs(long fen) {
        return price != null && price.allows(fen);
    }

    /** Whether a grade such as {@code medical-400} names another amount than this. */
    public static boolean contradicts(String grade, long fen) {
        Matcher named = GRADE.matcher(grade);
        return named.matches() && Long.parseLong(named.group(1)) * 100 != fen;
    }

    /** Whether a document is made as soon as a submission is accepted. */
    public boolean isIssuedAtOnce() {
        return document != null && workingDays == 0;
    }
}
