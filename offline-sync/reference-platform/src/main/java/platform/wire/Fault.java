package platform.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What went wrong in words that may be logged: types and places, never messages, which may hold what somebody wrote. */
public final class Fault {
    private static final int MOST_CAUSES = 5;

    private Fault() {}

    public static String of(Throwable fault) {
        List<String> said = new ArrayList<>();
        @Nullable Throwable next = fault;
        while (next != null && said.size() < MOST_CAUSES) {
            said.add(next.getClass().getName()
                    + place(next).map(at -> " at " + at).orElse(""));
            next = next.getCause();
        }
        return String.join(", because of ", said);
    }

    private static Optional<StackTraceElement> place(Throwable fault) {
        StackTraceElement[] stack = fault.getStackTrace();
        return stack.length == 0 ? Optional.empty() : Optional.of(stack[0]);
    }
}
