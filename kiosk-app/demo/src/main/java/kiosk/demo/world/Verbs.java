package kiosk.demo.world;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be done to the world, and asked of it, by name. */
final class Verbs {
    private final Map<String, Deed> deeds = new TreeMap<>();
    private final Map<String, Question> questions = new TreeMap<>();

    /** Something done to the world. */
    interface Deed {
        void does(Map<String, String> how);
    }

    /** Something asked of the world. */
    interface Question {
        String answer(Map<String, String> how);
    }

    Verbs deed(String name, Deed deed) {
        deeds.put(name, deed);
        return this;
    }

    Verbs question(String name, Question question) {
        questions.put(name, question);
        return this;
    }

    /** Does or answers it. @throws IllegalArgumentException if the name is unknown */
    String perform(String name, Map<String, String> how) {
        if (questions.containsKey(name)) {
            return questions.get(name).answer(how);
        }
        if (!deeds.containsKey(name)) {
            throw new IllegalArgumentException(
                    "the world knows " + new TreeSet<>(deeds.keySet()) + " and " + questions.keySet());
        }
        deeds.get(name).does(how);
        return "";
    }
}
