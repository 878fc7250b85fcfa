package platform.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import platform.door.Desk;
import platform.door.Route;
import platform.item.Item;
import platform.people.ElectronicCertificate;
import platform.people.Passes.Pass;
import platform.people.Person;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** Identifies people, tells what is known about them, and looks at a form before it is sent; section 4. */
record PersonDesk(House house, Reception reception) implements Desk {
    private static final int LONGEST_CODE = 512;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/identify", this::identify),
                Route.of("DELETE", "/v1/person/session", this::leave),
                Route.of("GET", "/v1/person/prefill", this::prefill),
                Route.of("GET", "/v1/person/certificates", this::certificates),
                Route.of("POST", "/v1/precheck", this::preCheck));
    }

    /** Who somebody is, and until when the session lasts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Identified(
            String session,
            String expires,
            String name,
            String number,
            @Nullable String phone) {
        @Override
        public String toString() {
            return "Identified[until " + expires + "]";
        }
    }

    private Answer identify(Call call) throws Refusal, IOException {
        String terminal = call.terminal();
        Person person = person(call.json());
        Pass pass = house.sessions().issue(person, terminal);
        return Answer.json(
                200,
                new Identified(
                        pass.word(),
                        PlatformClock.text(pass.expires()),
                        person.name(),
                        person.number(),
                        person.attributes().get("phone")));
    }

    private Person person(JsonNode evidence) throws Refusal {
        return switch (Json.text(evidence, "evidence")) {
            case "id-card" -> ofIdCard(evidence);
            case "social-card" -> ofSocialCard(evidence);
            case "code" -> ofCode(Json.text(evidence, "code"));
            default -> throw new Refusal(ErrorCode.BAD_REQUEST);
        };
    }

    private Person ofIdCard(JsonNode evidence) throws Refusal {
        return house.people()
                .withNumber(Json.text(evidence, "number"))
                .filter(person -> person.isCalled(Json.text(evidence, "name")))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_PERSON));
    }

    private Person ofSocialCard(JsonNode evidence) throws Refusal {
        return house.people()
                .withSocialCard(Json.text(evidence, "cardNumber"))
                .filter(person -> agrees(person, evidence))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_PERSON));
    }

    private static boolean agrees(Person person, JsonNode evidence) {
        String number = Json.text(evidence, "number");
        String name = Json.text(evidence, "name");
        return (number.isEmpty() || person.number().equalsIgnoreCase(number))
                && (name.isEmpty() || person.isCalled(name));
    }

    private Person ofCode(String code) throws Refusal {
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return house.codes()
                .take(code)
                .orElseThrow(() -> new Refusal(ErrorCode.CODE_EXPIRED))
                .person();
    }

    private Answer leave(Call call) throws Refusal {
        call.terminal();
        Optional<String> session = call.header("Citizen-Session");
        session.ifPresent(word -> house.sessions().take(word));
        return Answer.nothing();
    }

    private Answer prefill(Call call) throws Refusal {
        Person person = reception.citizen(call);
        Item item = house.items().named(call.query("item"));
        Map<String, String> values = new TreeMap<>(person.attributes());
        values.keySet().retainAll(item.prefill());
        return Answer.json(200, Map.of("values", values));
    }

    private Answer certificates(Call call) throws Refusal {
        LocalDate today = house.clock().today();
        String kind = call.query("kind");
        List<Map<String, String>> certificates = reception.citizen(call).certificates().stream()
                .filter(certificate -> certificate.isValidOn(today))
                .filter(certificate -> kind.isEmpty() || certificate.kind().equals(kind))
                .map(PersonDesk::shown)
                .toList();
        return Answer.json(200, Map.of("certificates", certificates));
    }

    private static Map<String, String> shown(ElectronicCertificate certificate) {
        Map<String, String> shown = new TreeMap<>(Map.of(
                "id", certificate.id(),
                "kind", certificate.kind(),
                "title", certificate.title(),
                "issuer", certificate.issuer(),
                "issued", certificate.issued()));
        Optional.ofNullable(certificate.validUntil()).ifPresent(day -> shown.put("validUntil", day));
        return shown;
    }

    private Answer preCheck(Call call) throws Refusal, IOException {
        Person person = reception.citizen(call);
        JsonNode form = call.json();
        Item item = house.items().named(Json.text(form, "item"));
        if (house.misbehaviour().isDown(item.department())) {
            throw new Refusal(ErrorCode.DEPARTMENT_DOWN);
        }
        Map<String, String> values = new HashMap<>();
        form.path("values").forEachEntry((field, value) -> values.put(field, value.asText()));
        return Answer.json(200, Map.of("problems", house.examination().rules().problems(item, person, values)));
    }
}
