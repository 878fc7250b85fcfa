package kiosk.demo.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiosk.demo.world.Cast;

/** What came of a rehearsal: {@code report.json} for scripts, {@code index.html} for people. */
final class Report {
    private static final String CANARY = "金丝雀验证词";

    private final Path out;
    private final List<ObjectNode> visits;
    private final List<ObjectNode> maintenance = new ArrayList<>();
    private String summary = "";

    Report(Path out, List<ObjectNode> visits) {
        this.out = out;
        this.visits = visits;
    }

    /** This report with what technicians saw after the visits. */
    Report with(List<ObjectNode> rounds) {
        maintenance.addAll(rounds);
        return this;
    }

    /** One line for the console. */
    String summary() {
        return summary;
    }

    /** Writes both; whether every visit completed, nothing was lost or doubled, and nothing of a citizen was left behind. */
    boolean write(Ledger ledger) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode report = json.createObjectNode();
        visits.forEach(report.withArray("visits")::add);
        maintenance.forEach(report.withArray("maintenance")::add);
        ObjectNode delivery = delivery(ledger);
        report.set("delivery", delivery);
        ObjectNode forgetting = forgetting();
        report.set("forgetting", forgetting);
        boolean completed =
                visits.stream().allMatch(it -> it.path("outcome").asText().equals("completed"));
        boolean exact = delivery.path("lost").asInt() == 0
                && delivery.path("duplicates").asInt() == 0;
        boolean forgotten = forgetting.path("found").isEmpty()
                && forgetting.path("canaryFound").asBoolean();
        summary = visits.size() + " visits; delivery " + delivery + "; left behind "
                + forgetting.path("found").size();
        try {
            json.writerWithDefaultPrettyPrinter()
                    .writeValue(out.resolve("report.json").toFile(), report);
            Files.writeString(out.resolve("index.html"), html(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
        return completed && exact && forgotten && !(visits.isEmpty() && maintenance.isEmpty());
    }

    /** Queued is what the robot read on the screens; the rest is counted in the platform's store. */
    private ObjectNode delivery(Ledger ledger) {
        List<String> shown = visits.stream()
                .map(it -> it.path("number").asText())
                .filter(it -> !it.isEmpty())
                .toList();
        int delivered = (int) shown.stream().filter(it -> ledger.held(it) > 0).count();
        int duplicates =
                shown.stream().mapToInt(it -> Math.max(0, ledger.held(it) - 1)).sum()
                        + ledger.entries().stream()
                                .mapToInt(it -> Math.max(0, it.copies() - 1))
                                .sum();
        return new ObjectMapper()
                .createObjectNode()
                .put("queued", shown.size())
                .put("delivered", delivered)
                .put("duplicates", duplicates)
                .put("lost", shown.size() - delivered);
    }

    private ObjectNode forgetting() {
        List<String> words = new ArrayList<>();
        new Cast().members().forEach(member -> {
            words.add(member.name());
            words.add(member.number());
        });
        Path kiosk = out.resolve("kiosk");
        ObjectNode forgetting = new ObjectMapper().createObjectNode();
        forgetting.putArray("found");
        new LeakSearch(words)
                .below(kiosk)
                .forEach(leak -> forgetting.withArray("found").add(leak.file() + ": " + leak.form()));
        forgetting.put("canaryFound", findsCanary(kiosk));
        return forgetting;
    }

    /** The search is proved by finding a word that was planted for it. */
    private static boolean findsCanary(Path kiosk) {
        Path planted = kiosk.resolve("planted.bin");
        try {
            Files.write(planted, ("....." + CANARY).getBytes(StandardCharsets.UTF_16LE));
            boolean found = !new LeakSearch(List.of(CANARY)).below(kiosk).isEmpty();
            Files.delete(planted);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the canary could not be planted", e);
        }
    }

    private String html() {
        StringBuilder html =
                new StringBuilder("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>一站通 走流程</title>"
                        + "<style>body{font-family:sans-serif;margin:24px;background:#f5f7fa;color:#1a2433}"
                        + ".row{display:flex;flex-wrap:wrap;gap:12px}img{height:420px;border:1px solid #ccd}"
                        + "h2{margin-top:40px}</style><h1>一站通 走流程</h1>");
        for (JsonNode visit : visits) {
            html.append("<h2>")
                    .append(visit.path("item").asText())
                    .append(" · ")
                    .append(visit.path("network").asText());
            html.append(" · ")
                    .append(visit.path("size").asText())
                    .append(" · ")
                    .append(visit.path("outcome").asText());
            html.append("</h2><p>")
                    .append(visit.path("number").asText())
                    .append(' ')
                    .append(visit.path("caseNumber").asText());
            html.append("</p><div class=\"row\">");
            screens(visit, html);
            visit.path("documents").forEach(it -> html.append(paper(it.asText())));
            html.append("</div>");
        }
        maintenance.forEach(round -> round(round, html));
        return html.append("</html>").toString();
    }

    private static void round(JsonNode round, StringBuilder html) {
        html.append("<h2>维护 · ").append(round.path("size").asText()).append(" · ");
        html.append(round.path("outcome").asText()).append("</h2><div class=\"row\">");
        screens(round, html);
        round.path("documents").forEach(it -> html.append(paper(it.asText())));
        html.append("</div>");
    }

    private static void screens(JsonNode walk, StringBuilder html) {
        walk.path("screens")
                .forEach(it -> html.append("<img loading=\"lazy\" src=\"")
                        .append(it.asText())
                        .append("\">"));
    }

    private static String paper(String file) {
        return file.endsWith(".png")
                ? "<img loading=\"lazy\" src=\"" + file + "\">"
                : "<p><a href=\"" + file + "\">" + file + "</a></p>";
    }
}
