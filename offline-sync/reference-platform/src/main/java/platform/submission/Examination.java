package platform.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import platform.item.Item;
import platform.item.Rules;
import platform.people.People;
import platform.people.Person;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Problem;
import platform.wire.Refusal;

/** Looks at what a submission says before it is entered: citizen, certificates, rules, price. */
public final class Examination {
    private final People people;
    private final Rules rules;
    private final PlatformClock clock;

    public Examination(People people, PlatformClock clock) {
        this.people = people;
        this.rules = new Rules(clock);
        this.clock = clock;
    }

    public Rules rules() {
        return rules;
    }

    /** What the citizen has to put right. */
    List<Problem> problems(Submitted submitted, Item item) throws Refusal {
        Optional<Person> holder =
                people.withNumber(submitted.holderNumber()).filter(person -> person.isCalled(submitted.holderName()));
        if (holder.isEmpty()) {
            return List.of(Problem.of(
                    "citizen",
                    "not-eligible",
                    "查无此人，请携带身份证到窗口办理。",
                    "Nobody of this name and number is known. Please go to the counter with your identity card."));
        }
        if (item.kind().equals("payment") && !isThePrice(item, submitted)) {
            throw new Refusal(ErrorCode.AMOUNT_MISMATCH);
        }
        List<Problem> problems = new ArrayList<>(rules.problems(item, holder.get(), submitted.values()));
        submitted.certificates().stream()
                .filter(given -> !holds(holder.get(), given.certificateId()))
                .map(given -> unknown(given.material()))
                .forEach(problems::add);
        return problems;
    }

    private static boolean isThePrice(Item item, Submitted submitted) {
        String grade = submitted.values().getOrDefault("grade", "");
        return item.costs(submitted.amountFen()) && !Item.contradicts(grade, submitted.amountFen());
    }

    private boolean holds(Person holder, String certificateId) {
        LocalDate today = clock.today();
        return holder.certificates().stream()
                .anyMatch(certificate ->
                        certificate.isValidOn(today) && certificate.id().equals(certificateId));
    }

    private static Problem unknown(String material) {
        return Problem.of(
                material,
                "certificate-unknown",
                "所选电子证照无效，请改为扫描原件。",
                "This e-certificate is not valid. Please scan the original instead.");
    }
}
