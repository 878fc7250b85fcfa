package platform.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import platform.wire.Json;

/** Everybody the province knows: a handful of invented people. */
public final class People {
    private final Map<String, Person> byNumber;
    private final Map<String, Person> bySocialCard;

    private People(List<Person> people) {
        byNumber = people.stream().collect(Collectors.toMap(Person::number, Function.identity()));
        bySocialCard = people.stream().collect(Collectors.toMap(Person::socialCardNumber, Function.identity()));
    }

    public static People load() {
        return new People(List.of(Json.resource("people.json", Person[].class)));
    }

    public Optional<Person> withNumber(String number) {
        return Optional.ofNullable(byNumber.get(number.toUpperCase(Locale.ROOT)));
    }

    public Optional<Person> withSocialCard(String cardNumber) {
        return Optional.ofNullable(bySocialCard.get(cardNumber));
    }

    public List<Person> all() {
        return List.copyOf(byNumber.values());
    }
}
