package platform.issue;

import java.util.List;

/** Tax withheld from wages by the cumulative method (个人所得税扣缴申报管理办法, article 6), on standard deductions alone. */
final class IncomeTax {
    private static final long MONTHLY_ALLOWANCE_FEN = 500_000;
    private static final long CONTRIBUTIONS_PER_MILLE = 105;

    /** Up to which yearly amount, at how many percent, less what. */
    private record Bracket(long upToFen, long percent, long lessFen) {}

    private static final List<Bracket> BRACKETS = List.of(
            new Bracket(3_600_000, 3, 0),
            new Bracket(14_400_000, 10, 252_000),
            new Bracket(30_000_000, 20, 1_692_000),
            new Bracket(42_000_000, 25, 3_192_000),
            new Bracket(66_000_000, 30, 5_292_000),
            new Bracket(96_000_000, 35, 8_592_000),
            new Bracket(Long.MAX_VALUE, 45, 18_192_000));

    private IncomeTax() {}

    /** What is withheld in the n-th month of the year that wages are paid, counted from 1. */
    static long withheldFen(long monthlyFen, int month) {
        return dueAfter(monthlyFen, month) - dueAfter(monthlyFen, month - 1);
    }

    private static long dueAfter(long monthlyFen, int months) {
        long contributions = monthlyFen * CONTRIBUTIONS_PER_MILLE / 1000;
        long taxable = Math.max(0, (monthlyFen - contributions - MONTHLY_ALLOWANCE_FEN) * months);
        Bracket bracket = BRACKETS.stream()
                .filter(candidate -> taxable <= candidate.upToFen())
                .findFirst()
                .orElseThrow();
        return taxable * bracket.percent() / 100 - bracket.lessFen();
    }
}
