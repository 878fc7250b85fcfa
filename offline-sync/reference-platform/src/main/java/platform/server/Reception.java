package platform.server;

import java.util.Optional;
import platform.people.Passes.Pass;
import platform.people.Person;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Knows who is at a terminal, by the session that terminal was given. */
record Reception(House house) {
    private static final String NOBODY = "-";

    Person citizen(Call call) throws Refusal {
        return citizenIfAny(call).orElseThrow(() -> new Refusal(ErrorCode.SESSION_EXPIRED));
    }

    /** The number of whoever is there; nobody's where nobody is. */
    String numberOfCitizen(Call call) throws Refusal {
        return citizenIfAny(call).map(Person::number).orElse(NOBODY);
    }

    private Optional<Person> citizenIfAny(Call call) throws Refusal {
        String terminal = call.terminal();
        return call.header("Citizen-Session")
                .flatMap(house.sessions()::find)
                .filter(pass -> pass.terminal().equals(terminal))
                .map(Pass::person);
    }
}
