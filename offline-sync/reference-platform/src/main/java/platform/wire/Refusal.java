package platform.wire;

import java.util.List;

/** The platform says no, with the code the wire knows for it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Problem> problems;

    public Refusal(ErrorCode code) {
        this(code, List.of());
    }

    private Refusal(ErrorCode code, List<Problem> problems) {
        super(code.code(), null, false, false);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public static Refusal needsCitizen(List<Problem> problems) {
        return new Refusal(ErrorCode.NEEDS_CITIZEN, problems);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Problem> problems() {
        return problems;
    }
}
