package platform.issue;

import java.time.YearMonth;
import java.util.List;

/** A branch of social insurance and its rates, in parts of ten thousand of the base. */
enum Scheme {
    PENSION("企业职工基本养老保险", 1600, 800),
    UNEMPLOYMENT("失业保险", 50, 50),
    INJURY("工伤保险", 20, 0);

    private static final long WHOLE = 10_000;

    private final String title;
    private final long employerRate;
    private final long personRate;

    Scheme(String title, long employerRate, long personRate) {
        this.title = title;
        this.employerRate = employerRate;
        this.personRate = personRate;
    }

    static Scheme named(String code) {
        return switch (code) {
            case "unemployment" -> UNEMPLOYMENT;
            case "injury" -> INJURY;
            default -> PENSION;
        };
    }

    String title() {
        return title;
    }

    /** Month, base, employer's and person's share. */
    List<String> row(YearMonth month, long baseFen) {
        return List.of(
                month.toString(),
                Yuan.of(baseFen),
                Yuan.of(baseFen * employerRate / WHOLE),
                Yuan.of(baseFen * personRate / WHOLE));
    }
}
