package platform.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import platform.Misbehaviour;
import platform.Misbehaviour.Disguise;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/**
 * Turns {@link Misbehaviour} from JSON; what is not named behaves.
 *
 * <pre>
 * {"slowMillis": 500, "down": true, "departmentsDown": ["tax"], "hangUp": true, "refuse": true, "deliverTwice": true,
 *  "cutAnswers": 1, "cutOrderAnswers": 1, "cutPieces": 1, "disguise": "not-json" | "captive-portal" | "endless"}
 * </pre>
 */
final class Moods {
    private Moods() {}

    static void turn(Misbehaviour misbehaviour, JsonNode wish) throws Refusal {
        Disguise disguise = disguise(Json.text(wish, "disguise"));
        misbehaviour.behave();
        misbehaviour.slowBy(Duration.ofMillis(wish.path("slowMillis").asLong()));
        misbehaviour.cutAnswers(wish.path("cutAnswers").asInt());
        misbehaviour.cutPieces(wish.path("cutPieces").asInt());
        misbehaviour.cutOrderAnswers(wish.path("cutOrderAnswers").asInt());
        misbehaviour.disguiseAs(disguise);
        wish.path("departmentsDown").forEach(department -> misbehaviour.takeDown(department.asText()));
        when(wish, "down", misbehaviour::goDown);
        when(wish, "hangUp", misbehaviour::hangUp);
        when(wish, "refuse", misbehaviour::refuse);
        when(wish, "deliverTwice", misbehaviour::deliverTwice);
    }

    private static void when(JsonNode wish, String member, Runnable turn) {
        if (wish.path(member).asBoolean()) {
            turn.run();
        }
    }

    private static Disguise disguise(String name) throws Refusal {
        String constant =
                name.isEmpty() ? "NONE" : name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Disguise.values())
                .filter(disguise -> disguise.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.BAD_REQUEST));
    }
}
