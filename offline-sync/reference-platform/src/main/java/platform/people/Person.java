package platform.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the province knows about one person. */
public record Person(
        String number,
        String name,
        @Nullable String otherName,
        String socialCardNumber,
        Map<String, String> attributes,
        @Nullable Employment employment,
        List<ElectronicCertificate> certificates) {

    public Person {
        attributes = Map.copyOf(attributes);
        certificates = List.copyOf(certificates);
    }

    /** A job with monthly pay, from which contributions and tax are computed; months as {@code 2019-03}. */
    public record Employment(
            String employer, String since, @Nullable String until, long monthlyFen) {}

    /** Names are compared character by character. */
    public boolean isCalled(String someName) {
        return someName.equals(name) || someName.equals(otherName);
    }

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    @Override
    public String toString() {
        return "Person[…" + number.substring(number.length() - 2) + "]";
    }
}
