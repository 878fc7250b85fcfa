package platform.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code report.json} and {@code report.html} in {@code target/fleet}; each run writes its part, what other runs wrote stays.
 *
 * <pre>
 * {"model": {figures}, "real": {figures}, "realModel": {figures}, "distance": {"drain": 0.01, …},
 *  "policies": [{"zh", "en", figures}, …], "sensitivity": [{"zh", "en", figures}, …]}
 * </pre>
 */
final class Report {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<String> MEASURES =
            List.of("drainRatio", "peakRatio", "requestsPerSubmission", "terminalP50", "terminalP99");

    private final Path folder;
    private final ObjectNode figures;
    private final ObjectNode series;

    private Report(Path folder, ObjectNode figures, ObjectNode series) {
        this.folder = folder;
        this.figures = figures;
        this.series = series;
    }

    static Report inTarget() {
        return in(Path.of("target", "fleet"));
    }

    static Report in(Path folder) {
        return new Report(folder, read(folder.resolve("report.json")), read(folder.resolve("series.json")));
    }

    JsonNode figures() {
        return figures;
    }

    JsonNode series() {
        return series;
    }

    Report run(String part, Run run) {
        figures.set(part, run.json());
        series.set(part, run.series());
        return this;
    }

    /** A row for each run, with its two names. */
    Report rows(String part, List<Row> rows) {
        ArrayNode table = figures.putArray(part);
        ArrayNode curves = series.putArray(part);
        for (Row row : rows) {
            ObjectNode named = MAPPER.createObjectNode().put("zh", row.zh()).put("en", row.en());
            table.add(named.setAll(row.run().json()));
            curves.add(row.run().series());
        }
        return this;
    }

    /** A run with what is special about it. */
    record Row(String zh, String en, Run run) {}

    /** What only a real run has: nodes, arrivals as the nodes counted them, requests that broke. */
    Report real(int nodes, long deliveries, int broken) {
        ((ObjectNode) figures.path("real"))
                .put("nodes", nodes)
                .put("deliveries", deliveries)
                .put("broken", broken);
        return this;
    }

    /** How far the real run is from the model with the same parameters: real ÷ model − 1. */
    Report distance() {
        ObjectNode distance = figures.putObject("distance");
        for (String measure : MEASURES) {
            double model = figures.path("realModel").path(measure).asDouble();
            double real = figures.path("real").path(measure).asDouble();
            distance.put(measure.replace("Ratio", ""), Run.rounded(real / model - 1));
        }
        return this;
    }

    void write() {
        try {
            Files.createDirectories(folder);
            MAPPER.writeValue(folder.resolve("report.json").toFile(), figures);
            MAPPER.writeValue(folder.resolve("series.json").toFile(), series);
            Files.writeString(folder.resolve("report.html"), new Page(figures, series).html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return Files.exists(file) ? (ObjectNode) MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
