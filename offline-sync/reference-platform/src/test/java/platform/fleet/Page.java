package platform.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The report as a page: Chinese with English beside, figures in tables, plots as inline SVG. */
final class Page {
    private static final String HEAD = """
            <!doctype html>
            <html lang="zh-CN"><meta charset="utf-8"><title>机群恢复演练报告</title>
            <style>
            body { font: 15px/1.6 "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #222; max-width: 960px; margin: 32px auto; padding: 0 20px; }
            h1 { font-size: 24px; } h2 { font-size: 18px; margin-top: 36px; border-bottom: 1px solid #bbb; }
            h1 small, h2 small { font-weight: normal; font-size: 70%; color: #666; margin-left: 10px; }
            table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid #ddd; padding: 4px 8px; text-align: right; vertical-align: top; }
            th:first-child, td:first-child { text-align: left; } th { background: #f4f4f4; font-weight: 600; }
            td small, th small { color: #777; display: block; }
            tr.ours td { font-weight: 600; } td.bad { color: #a33; }
            svg { width: 100%; } svg text { font-size: 11px; fill: #555; }
            .legend { margin: 0 0 12px 70px; font-size: 12px; color: #444; } .legend span { margin-right: 18px; }
            .legend i { display: inline-block; width: 18px; height: 3px; vertical-align: middle; margin-right: 6px; }
            p.note { color: #555; font-size: 13px; }
            </style>
            """;
    private static final List<Target> TARGETS = List.of(
            new Target("drainRatio", "排空用时 ÷ 理想", "drain ÷ ideal", 1.15),
            new Target("peakRatio", "请求峰值 ÷ 容量", "peak requests/s ÷ capacity", 1.1),
            new Target("requestsPerSubmission", "每件请求数", "requests per submission", 1.15),
            new Target("lost", "丢失", "lost", 0),
            new Target("duplicates", "重复", "duplicates", 0));
    private static final String[] GREYS = {"#c46a1b", "#5b8c5a", "#8a5fa8", "#7a7a7a", "#b5925a", "#4f9aa8", "#a33"};

    private final JsonNode figures;
    private final JsonNode series;
    private final StringBuilder html = new StringBuilder(HEAD);

    /** What a figure may be at most. */
    private record Target(String name, String zh, String en, double most) {}

    Page(JsonNode figures, JsonNode series) {
        this.figures = figures;
        this.series = series;
    }

    String html() {
        html.append("<h1>机群恢复演练报告<small>The herd after an outage</small></h1>");
        summary();
        if (figures.has("model")) {
            model();
        }
        if (figures.has("policies")) {
            policies();
        }
        if (figures.has("sensitivity")) {
            title("条件变化", "Sensitivity");
            table(figures.path("sensitivity"), false);
        }
        if (figures.has("real")) {
            real();
        }
        return html.append(assumptions()).append("</html>\n").toString();
    }

    private static String assumptions() {
        return String.format(
                Locale.ROOT,
                """
        <h2>模型假设与边界<small>What the model assumes and leaves out</small></h2>
        <ul class="note">
        <li>%,d 台终端（2,200 个网点 + 10,343 个服务点）× %d 件；线路在 2 秒内全部恢复；平台每秒受理 %.0f 件（先来先办，队列最多 2 秒的工作量，其余拒收）。
        <br>Terminals × submissions; all links back within 2 s; first come first served, at most 2 s of work queued.</li>
        <li>峰值按每一秒内到达平台的全部请求计算（报到、重试、被拒收的都算）；较小规模按请求数相当的若干秒平均。
        <br>The peak counts every request that arrives within one second: hellos, repeats and those turned away.</li>
        <li>工作量：新件 1，重复件 0.5，报到 0.1，拒收 0.05。握手在前端计：2 核，完整 %.1f 毫秒，复用 %.1f 毫秒。
        <br>Work: new 1, replay 0.5, hello 0.1, refusal 0.05. Handshakes at the front: 2 cores, full and resumed.</li>
        <li>回执丢失 1%%，超时 10 秒；2%% 的终端在前 5 分钟内线路时断时续。
        <br>1%% of the answers lost, missed after 10 s; 2%% of the lines flap during the first five minutes.</li>
        <li>未建模：扫描材料的带宽、恢复时叠加的现场办件。
        <br>Not modelled: bandwidth of scanned pages, visits at the same time.</li>
        </ul>
        """,
                Scenario.PROVINCE,
                Scenario.EACH,
                Scenario.CAPACITY,
                Scenario.Tls.OPENSSL.full() * 1_000,
                Scenario.Tls.OPENSSL.resumed() * 1_000);
    }

    private void summary() {
        title("结论", "Result");
        html.append("<table><tr><th>指标<small>measure</small></th><th>目标<small>target</small></th>"
                + "<th>模型<small>model</small></th><th>实测<small>real sockets</small></th></tr>");
        for (Target target : TARGETS) {
            html.append("<tr><td>").append(target.zh()).append("<small>").append(target.en());
            html.append("</small></td><td>≤ ").append(number(target.most())).append("</td>");
            cell(figures.path("model").path(target.name()), target.most());
            cell(figures.path("real").path(target.name()), target.most());
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void cell(JsonNode figure, double most) {
        boolean isBad = figure.isNumber() && figure.asDouble() > most;
        html.append(isBad ? "<td class=\"bad\">" : "<td>")
                .append(figure.isNumber() ? number(figure.asDouble()) : "–")
                .append("</td>");
    }

    private void model() {
        JsonNode model = series.path("model");
        double capacity = figures.path("model").path("capacity").asDouble();
        int each = figures.path("model").path("submissions").asInt();
        title("平台每秒请求与容量", "Requests a second against capacity");
        plot(new Plot("请求/秒 requests/s")
                .curve("全部请求 all requests", Plot.OURS, values(model, "requests"))
                .curve("其中报到 hellos among them", Plot.SECOND, values(model, "hellos"))
                .level("容量 capacity", capacity));
        title("待传件数", "Submissions left");
        plot(new Plot("件 submissions").curve("待传 left", Plot.OURS, left(model, each)));
        title("已排空终端数", "Terminals done");
        plot(new Plot("台 terminals").curve("已排空 done", Plot.OURS, sums(values(model, "terminalsDone"))));
        title("每秒 TLS 握手", "TLS handshakes a second");
        plot(new Plot("次/秒 handshakes/s").curve("握手 handshakes", Plot.OURS, values(model, "handshakes")));
    }

    private void policies() {
        title("重试策略比较", "Policies compared");
        table(figures.path("policies"), true);
        Plot plot = new Plot("件 submissions");
        for (int i = 0; i < figures.path("policies").size(); i++) {
            JsonNode row = figures.path("policies").path(i);
            double[] left = left(
                    series.path("policies").path(i), row.path("submissions").asInt());
            plot.curve(row.path("zh").asText(), i == 0 ? Plot.OURS : GREYS[(i - 1) % GREYS.length], left);
        }
        title("各策略的待传件数", "Submissions left by policy");
        plot(plot);
    }

    private void table(JsonNode rows, boolean isFirstOurs) {
        html.append("<table><tr><th>策略 / 条件<small>policy / condition</small></th>"
                + "<th>排空÷理想<small>drain</small></th><th>峰值÷容量<small>peak</small></th>"
                + "<th>每件请求<small>requests</small></th><th>有效率<small>goodput</small></th>"
                + "<th>握手峰值/秒<small>handshakes</small></th><th>p99 终端<small>seconds</small></th>"
                + "<th>未传<small>left</small></th><th>丢失<small>lost</small></th><th>重复<small>twice</small></th></tr>");
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.path(i);
            html.append(i == 0 && isFirstOurs ? "<tr class=\"ours\"><td>" : "<tr><td>");
            html.append(row.path("zh").asText())
                    .append("<small>")
                    .append(row.path("en").asText());
            html.append("</small></td>");
            boolean isDrained = row.path("drained").asBoolean();
            html.append(isDrained ? "" : "<td class=\"bad\">未排空<small>not drained</small></td>");
            for (String name : columns(isDrained)) {
                cell(row.path(name), name.equals("lost") || name.equals("duplicates") ? 0 : Double.MAX_VALUE);
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private static List<String> columns(boolean isDrained) {
        List<String> columns = new ArrayList<>(isDrained ? List.of("drainRatio") : List.of());
        columns.addAll(List.of("peakRatio", "requestsPerSubmission", "goodput", "handshakesPerSecondPeak"));
        columns.addAll(List.of("terminalP99", "left", "lost", "duplicates"));
        return columns;
    }

    private void real() {
        int submissions = figures.path("real").path("submissions").asInt();
        title("实测与模型：每秒请求", "Real sockets and model: requests a second");
        plot(new Plot("请求/秒 requests/s")
                .curve("实测 real", Plot.OURS, values(series.path("real"), "requests"))
                .curve("模型 model", Plot.SECOND, values(series.path("realModel"), "requests"))
                .level("容量 capacity", figures.path("real").path("capacity").asDouble()));
        title("实测与模型：待传件数", "Real sockets and model: submissions left");
        plot(new Plot("件 submissions")
                .curve("实测 real", Plot.OURS, left(series.path("real"), submissions))
                .curve("模型 model", Plot.SECOND, left(series.path("realModel"), submissions)));
        JsonNode distance = figures.path("distance");
        html.append("<p class=\"note\">实测与模型相差 real against model：排空用时 drain ")
                .append(percent(distance.path("drain")))
                .append("，峰值 peak ")
                .append(percent(distance.path("peak")))
                .append("，每件请求 requests ")
                .append(percent(distance.path("requestsPerSubmission")))
                .append("；节点 nodes ")
                .append(figures.path("real").path("nodes"))
                .append("，节点所计到达 deliveries counted by the nodes ")
                .append(figures.path("real").path("deliveries"))
                .append("。</p>");
    }

    private void title(String zh, String en) {
        html.append("<h2>").append(zh).append("<small>").append(en).append("</small></h2>\n");
    }

    private void plot(Plot plot) {
        html.append(plot.svg()).append('\n');
    }

    private static double[] values(JsonNode run, String name) {
        JsonNode array = run.path(name);
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.path(i).asDouble())
                .toArray();
    }

    private static double[] sums(double[] values) {
        double[] sums = values.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static double[] left(JsonNode run, int submissions) {
        double[] left = sums(values(run, "acceptances"));
        for (int i = 0; i < left.length; i++) {
            left[i] = submissions - left[i];
        }
        return left;
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share.asDouble());
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.3f", value);
    }
}
