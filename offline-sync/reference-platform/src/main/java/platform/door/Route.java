package platform.door;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.Refusal;

/** A method and a path, such as {@code GET /v1/orders/{id}}, and who answers it. */
public record Route(String method, List<String> path, Handler handler) {

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Call call) throws Refusal, IOException;
    }

    public static Route of(String method, String path, Handler handler) {
        return new Route(method, parts(path), handler);
    }

    public static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The variable parts of a path that fits, empty where it does not fit. */
    Optional<Map<String, String>> match(List<String> parts) {
        if (parts.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).startsWith("{")) {
                variables.put(path.get(i).substring(1, path.get(i).length() - 1), parts.get(i));
            } else if (!path.get(i).equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
