package kiosk.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Text;

/** A mapping whose words are fixed: none is unknown, none that is needed is missing. */
record Block(Spot spot, Map<String, Node.Member> members) {
    static Block of(Node node, List<String> needed, List<String> possible) {
        Map<String, Node.Member> members = node.members();
        List<String> known = new ArrayList<>(needed);
        known.addAll(possible);
        members.forEach((word, member) -> {
            if (!known.contains(word)) {
                throw member.spot().problem("unknown word", word, known);
            }
        });
        for (String word : needed) {
            if (!members.containsKey(word)) {
                throw node.spot().problem("a word is missing", word, known);
            }
        }
        return new Block(node.spot(), members);
    }

    /** The value of a word that is there. */
    Node node(String word) {
        return maybe(word)
                .orElseThrow(() -> new IllegalStateException("the word " + word + " was not declared as needed"));
    }

    /** The value of a word that may be there. */
    Optional<Node> maybe(String word) {
        return Optional.ofNullable(members.get(word)).map(Node.Member::value);
    }

    String text(String word) {
        return node(word).text();
    }

    Text words(String word) {
        return node(word).words();
    }

    /** Whether a word is there and says true. */
    boolean flag(String word) {
        return maybe(word).map(Node::flag).orElse(false);
    }

    /** The parts of a list that may be missing. */
    List<Node> items(String word) {
        return maybe(word).map(Node::items).orElse(List.of());
    }
}
