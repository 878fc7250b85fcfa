package kiosk.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML document (1.1 as SnakeYAML knows it) into nodes that know their lines. What could surprise is refused: a word given
 * twice, anchors and aliases, tags, a second document.
 */
final class YamlReader {
    private static final int DEEPEST = 30;

    private final String file;
    private final YAMLParser parser;

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node read(YamlText source) {
        try (YAMLParser parser = factory().createParser(source.text())) {
            return new YamlReader(source.file(), parser).document();
        } catch (JsonProcessingException notYaml) {
            throw new Spot(source.file(), lineOf(notYaml.getLocation()))
                    .problem("this is not YAML: " + firstLine(notYaml.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Text in memory could not be read.", impossible);
        }
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    private static int lineOf(JsonLocation location) {
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Spot(file, 0).problem("the file is empty");
        }
        Node node = node(first);
        if (parser.nextToken() != null) {
            throw spot().problem("a second document in the same file");
        }
        return node;
    }

    private Node node(JsonToken token) throws IOException {
        refuseWhatSurprises();
        Spot spot = spot();
        if (token == JsonToken.START_OBJECT) {
            return new Node.Mapping(spot, members());
        }
        if (token == JsonToken.START_ARRAY) {
            return new Node.Sequence(spot, items());
        }
        return new Node.Scalar(spot, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private void refuseWhatSurprises() throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw spot().problem("anchors and aliases are not used here: write the words out");
        }
        if (parser.getTypeId() != null) {
            throw spot().problem("tags are not used here", parser.getTypeId());
        }
    }

    private Map<String, Node.Member> members() throws IOException {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String word = parser.currentName();
            Spot spot = spot();
            Node value = node(parser.nextToken());
            if (members.put(word, new Node.Member(spot, value)) != null) {
                throw spot.problem("the same word twice", word);
            }
        }
        return members;
    }

    private List<Node> items() throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return items;
    }

    private Spot spot() {
        return new Spot(file, lineOf(parser.currentTokenLocation()));
    }
}
