package kiosk.desktop.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Language;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;

/** The keys of the text keyboard: Chinese by pinyin with candidates above, Latin letters, digits and signs. */
final class TextKeys extends VBox {
    private static final int ROOM = 16;
    private static final List<String> LETTERS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
    private static final List<String> SIGNS = List.of("1234567890", "-/()（）、，。", "#号栋室层");

    private final InputLine line;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final HBox candidates = new HBox();
    private Mode mode;
    private String spelling = "";
    private int from;

    private enum Mode {
        PINYIN,
        SMALL,
        CAPITAL,
        SIGNS
    }

    TextKeys(InputLine line, Texts texts, Node keyboard) {
        this.line = line;
        this.texts = texts;
        this.mode = texts.language() == Language.ZH_CN ? Mode.PINYIN : Mode.SMALL;
        getStyleClass().add("text-keys");
        candidates.getStyleClass().add("candidates");
        rows.getStyleClass().add("key-rows");
        getChildren().addAll(candidates, rows);
        prefWidthProperty().bind(keyboard.layoutBoundsProperty().map(it -> it.getWidth()));
        draw();
    }

    private void draw() {
        rows.getChildren().clear();
        List<String> plan = mode == Mode.SIGNS ? SIGNS : LETTERS;
        rows.getChildren().addAll(row(plan.get(0)), row(plan.get(1)), third(plan.get(2)), functions());
        drawCandidates();
    }

    private HBox row(String characters) {
        return Keyboard.row(keys(characters));
    }

    private List<Button> keys(String characters) {
        String cased = mode == Mode.CAPITAL ? characters.toUpperCase(Locale.ROOT) : characters;
        return Arrays.stream(cased.split(""))
                .map(it -> Keyboard.key(it, it, () -> typed(it)))
                .toList();
    }

    private HBox third(String characters) {
        List<Node> keys = new ArrayList<>();
        if (mode == Mode.SMALL || mode == Mode.CAPITAL) {
            keys.add(function("shift", () -> turn(mode == Mode.SMALL ? Mode.CAPITAL : Mode.SMALL)));
        }
        keys.addAll(keys(characters));
        keys.add(Keyboard.erasing(this::erase));
        return Keyboard.row(keys);
    }

    private HBox functions() {
        Button signs = function(mode == Mode.SIGNS ? "letters" : "signs", this::turnSigns);
        Button language = function(mode == Mode.PINYIN ? "latin" : "pinyin", this::turnLanguage);
        Button space = function("space", this::space);
        Button clear = function("clear", this::clear);
        HBox row = Keyboard.row(List.of(signs, language, space, clear));
        space.setPrefWidth(420);
        return row;
    }

    private Button function(String what, Runnable action) {
        Button key = Keyboard.key(what, texts.say("key." + what), action);
        key.getStyleClass().add("function-key");
        return key;
    }

    private void turn(Mode other) {
        spelling = "";
        mode = other;
        draw();
    }

    private void turnSigns() {
        turn(mode != Mode.SIGNS ? Mode.SIGNS : texts.language() == Language.ZH_CN ? Mode.PINYIN : Mode.SMALL);
    }

    private void turnLanguage() {
        turn(mode == Mode.PINYIN ? Mode.SMALL : Mode.PINYIN);
    }

    private void typed(String character) {
        if (mode == Mode.PINYIN) {
            spell(spelling.length() < Pinyin.LONGEST ? spelling + character : spelling);
        } else {
            line.type(character);
        }
    }

    private void spell(String letters) {
        spelling = letters;
        from = 0;
        drawCandidates();
    }

    private void space() {
        List<Pinyin.Candidate> found = offered();
        if (spelling.isEmpty()) {
            line.type(" ");
        } else if (!found.isEmpty()) {
            choose(found.get(from));
        }
    }

    private void erase() {
        if (spelling.isEmpty()) {
            line.erase();
        } else {
            spell(spelling.substring(0, spelling.length() - 1));
        }
    }

    private void clear() {
        spell("");
        line.clear();
    }

    private void choose(Pinyin.Candidate chosen) {
        line.type(chosen.words());
        spell(spelling.substring(chosen.letters()));
    }

    private List<Pinyin.Candidate> offered() {
        return spelling.isEmpty()
                ? Pinyin.ADDRESS_WORDS.stream()
                        .map(it -> new Pinyin.Candidate(it, 0))
                        .toList()
                : Pinyin.candidates(spelling);
    }

    private void drawCandidates() {
        candidates.getChildren().clear();
        candidates.setVisible(mode == Mode.PINYIN);
        if (mode != Mode.PINYIN) {
            return;
        }
        List<Pinyin.Candidate> found = offered();
        if (!spelling.isEmpty()) {
            candidates.getChildren().add(Words.words(spelling, "spelling"));
        }
        int until = lastShown(found);
        found.subList(from, until).forEach(it -> candidates.getChildren().add(candidate(it)));
        if (until < found.size() || from > 0) {
            Button more = function("more", () -> turnTo(until < found.size() ? until : 0));
            more.getStyleClass().add("more-key");
            candidates.getChildren().add(more);
        }
    }

    /** As many as the width has room for: each its characters and one more for its edges. */
    private int lastShown(List<Pinyin.Candidate> found) {
        int until = from;
        int room = ROOM - spelling.length() / 2;
        while (until < found.size()
                && (until == from || room > found.get(until).words().length())) {
            room -= found.get(until).words().length() + 1;
            until++;
        }
        return until;
    }

    private void turnTo(int first) {
        from = first;
        drawCandidates();
    }

    private Button candidate(Pinyin.Candidate offer) {
        Button key = Keyboard.key(offer.words(), offer.words(), () -> choose(offer));
        key.setId("candidate-" + offer.words());
        key.getStyleClass().add("candidate");
        HBox.setHgrow(key, Priority.ALWAYS);
        return key;
    }
}
