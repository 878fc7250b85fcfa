package kiosk.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kiosk.identity.CitizenId;
import kiosk.identity.IdCard;
import kiosk.identity.IdCard.Layout;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;

/** The fictional people of the demo, as the reference platform's register has them, with the cards they carry. */
public final class Cast {
    private static final String REGISTER = "/platform/people.json";

    private final List<Member> members = new ArrayList<>();

    /** One of them. */
    public record Member(String name, String number, String address, String socialCardNumber) {
        /** The card in their purse that fits their number. */
        public IdCard idCard() {
            CitizenId id = new CitizenId(number);
            Layout layout = layoutOf(number);
            boolean resident = layout == Layout.RESIDENT;
            return new IdCard(
                    layout,
                    name,
                    layout == Layout.FOREIGNER_2023 ? "SCHMIDT ANNA MARIA" : "",
                    id.sex(),
                    resident ? "01" : "",
                    id.birthDate(),
                    layout == Layout.FOREIGNER_2023 ? "" : address,
                    number,
                    layout == Layout.FOREIGNER_2023 ? "" : "演示市公安局",
                    LocalDate.of(2020, 1, 1),
                    Optional.of(LocalDate.of(2040, 1, 1)));
        }

        /** Their social-security card. */
        public SocialCard socialCard() {
            CitizenId id = new CitizenId(number);
            return new SocialCard(
                    "110100D156000005" + "00BF7C7A48FB4966",
                    socialCardNumber,
                    "2.00",
                    name,
                    id,
                    id.sex() == Sex.MALE ? Sex.MALE : Sex.FEMALE,
                    Optional.of(LocalDate.of(2019, 5, 10)),
                    Optional.of(LocalDate.of(2039, 5, 10)));
        }

        private static Layout layoutOf(String number) {
            if (number.startsWith("9")) {
                return Layout.FOREIGNER_2023;
            }
            return number.startsWith("8") ? Layout.HK_MACAO_TAIWAN : Layout.RESIDENT;
        }

        @Override
        public String toString() {
            return "Member";
        }
    }

    /** Reads the register. */
    public Cast() {
        try (InputStream in = Objects.requireNonNull(Cast.class.getResourceAsStream(REGISTER), REGISTER)) {
            for (JsonNode person : new ObjectMapper().readTree(in)) {
                members.add(new Member(
                        person.path("name").asText(),
                        person.path("number").asText(),
                        person.path("attributes").path("householdAddress").asText(""),
                        person.path("socialCardNumber").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the register of the demo's people cannot be read", e);
        }
    }

    /** All of them. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** The one of that number. @throws IllegalArgumentException if there is none */
    public Member of(String number) {
        return members.stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody in the cast has that number"));
    }
}
