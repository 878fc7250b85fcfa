package platform.item;

import java.util.List;
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

    /** Whether a document is made as soon as a submission is accepted. */
    public boolean isIssuedAtOnce() {
        return document != null && workingDays == 0;
    }
}
