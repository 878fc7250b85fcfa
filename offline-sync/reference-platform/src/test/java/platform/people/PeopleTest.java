package platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeopleTest {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static List<Person> everybody() {
        return People.load().all();
    }

    /** GB 11643: ISO 7064 MOD 11-2. */
    @ParameterizedTest
    @MethodSource("everybody")
    void everybodysNumberHasAValidCheckDigit(Person person) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(person.number().charAt(i), 10);
        }
        assertThat(person.number()).hasSize(18);
        assertThat(person.number().charAt(17)).isEqualTo("10X98765432".charAt(sum % 11));
    }

    @Test
    void nobodySharesAPhoneACardOrACertificate() {
        List<String> words = everybody().stream()
                .flatMap(person -> person.certificates().stream().map(ElectronicCertificate::id))
                .collect(Collectors.toList());
        everybody().forEach(person -> words.add(person.socialCardNumber()));
        assertThat(words).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    /** The examples of GB/T 36904 that real certificates bear. */
    @ParameterizedTest
    @CsvSource({
        "11100000000013338W01111430000006122244L20230000403001, U",
        "11100000000013338W00911330105002500287C2025052201002, 0",
        "11100000MB03271699022340100000000016001, 9"
    })
    void theCheckCharacterIsThatOfIso7064(String text, char check) {
        assertThat(ElectronicCertificate.check(text)).isEqualTo(check);
    }

    @Test
    void aCertificateEndsAfterItsLastDay() {
        ElectronicCertificate.Identity identity = new ElectronicCertificate.Identity("A", "B", "C", "001");
        ElectronicCertificate permit =
                new ElectronicCertificate("residence-permit", "居住证", "演示", identity, "2024-01-01", "2025-01-01");
        assertThat(permit.isValidOn(LocalDate.parse("2025-01-01"))).isTrue();
        assertThat(permit.isValidOn(LocalDate.parse("2025-01-02"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aPersonIsNotWrittenOutInFull(Person person) {
        assertThat(person.toString()).doesNotContain(person.name(), person.number());
    }
}
