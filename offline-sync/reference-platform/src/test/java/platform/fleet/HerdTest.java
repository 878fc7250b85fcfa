package platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import platform.fleet.Report.Row;

class HerdTest {
    private static final Policy SLOTS = new Policy.TakesSlots();
    private static final int FEW = 500;
    private static final double ENOUGH = 1_800;
    private static final double HOPELESS = 600;

    @Test
    void aProvinceThatComesBackAtOnceIsDrainedInTurnAndNothingIsLostOrDoubled() {
        Run run = Herd.run(Scenario.province(SLOTS), ENOUGH);

        Report.inTarget().run("model", run).write();
        assertMeetsTargets(run);
        assertThat(run.goodput()).isGreaterThanOrEqualTo(0.95);
        assertThat(Files.exists(Path.of("target", "fleet", "report.html"))).isTrue();
    }

    @Test
    void theTargetsHoldWhateverTheChance() {
        for (int seed = 1; seed <= 5; seed++) {
            assertMeetsTargets(Herd.run(Scenario.scaled(FEW, SLOTS).with(seed), ENOUGH));
        }
    }

    @Test
    void theSameSeedRunsTheSame() {
        Scenario scenario = Scenario.scaled(FEW, SLOTS);

        assertThat(Herd.run(scenario, ENOUGH).json())
                .isEqualTo(Herd.run(scenario, ENOUGH).json());
        assertThat(Herd.run(scenario.with(7), ENOUGH).json())
                .isNotEqualTo(Herd.run(scenario, ENOUGH).json());
    }

    @Test
    void aFixedSecondNeverDrainsAndSlotsDo(@TempDir Path folder) {
        Report report = Report.in(folder).rows("policies", policies(FEW));
        report.write();

        assertThat(report.figures().path("policies").findValuesAsText("drained"))
                .containsExactly("true", "true", "true", "true", "false", "false", "false");
    }

    @Test
    void aPlatformThatForgetsItsSlotsOnTheWayIsDrainedAllTheSame() {
        Scenario usual = Scenario.scaled(FEW, SLOTS);
        Run run = Herd.run(usual.with(usual.server().with(new Scenario.Restart(200, 30))), ENOUGH);

        assertThat(run.end()).isEqualTo(new Run.End(0, 0, 0));
        assertThat(run.drainRatio()).isLessThan(1.3);
    }

    @Test
    void aLedgerThatForgetsAfterTwoMinutesDoubles() {
        Run run = Herd.run(forgetful(Scenario.scaled(FEW, new Policy.FullJitter(true))), ENOUGH);

        assertThat(run.end().duplicates()).isPositive();
    }

    @Test
    @Tag("soak")
    @Timeout(300)
    void everyPolicyAndConditionAtTheSizeOfTheProvince() {
        Scenario usual = Scenario.province(SLOTS);
        Report.inTarget()
                .run("model", Herd.run(usual, ENOUGH))
                .rows("policies", policies(Scenario.PROVINCE))
                .rows("sensitivity", sensitivity(usual))
                .write();
        for (int seed = 1; seed <= 20; seed++) {
            assertMeetsTargets(Herd.run(usual.with(seed), ENOUGH));
        }
    }

    private static void assertMeetsTargets(Run run) {
        assertThat(run.isDrained()).isTrue();
        assertThat(run.drainRatio()).isLessThanOrEqualTo(1.15);
        assertThat(run.peakRatio()).isLessThanOrEqualTo(1.1);
        assertThat(run.requestsPerSubmission()).isLessThanOrEqualTo(1.15);
        assertThat(run.end()).isEqualTo(new Run.End(0, 0, 0));
    }

    private static List<Row> policies(int terminals) {
        return List.<Policy>of(
                        SLOTS,
                        new Policy.ObeysRetryAfter(),
                        new Policy.FullJitter(true),
                        new Policy.FullJitter(false),
                        new Policy.WithoutJitter(),
                        new Policy.EverySecond(true),
                        new Policy.EverySecond(false))
                .stream()
                .map(policy -> new Row(
                        policy.zh(),
                        policy.en(),
                        Herd.run(
                                Scenario.scaled(terminals, policy),
                                policy instanceof Policy.EverySecond ? HOPELESS : ENOUGH)))
                .toList();
    }

    private static List<Row> sensitivity(Scenario usual) {
        Scenario.Fleet fleet = usual.fleet();
        Scenario.Server server = usual.server();
        return List.of(
                row("容量 200 件/秒", "capacity 200/s", usual.with(server.ofCapacity(200))),
                row("容量 1,000 件/秒", "capacity 1,000/s", usual.with(server.ofCapacity(1_000))),
                row("回执丢失 10%", "10 % of the answers lost", usual.with(new Scenario.Wire(0.01, 0.05, 0.1, 10))),
                row(
                        "20% 线路时断时续",
                        "20 % of the lines flap",
                        usual.with(new Scenario.Fleet(fleet.terminals(), fleet.each(), 2, 0.2, 60))),
                row(
                        "平台在第 200 秒停 30 秒",
                        "the platform down for 30 s at 200 s",
                        usual.with(server.with(new Scenario.Restart(200, 30)))),
                row("TLS 终结在 JDK（2 核）", "TLS ended by the JDK on 2 cores", usual.with(server.with(Scenario.Tls.JDK))),
                row(
                        "台账只记 2 分钟（对照）",
                        "a ledger that forgets after 2 min (contrast)",
                        forgetful(Scenario.province(new Policy.FullJitter(true)))));
    }

    private static Row row(String zh, String en, Scenario scenario) {
        return new Row(zh, en, Herd.run(scenario, 3_600));
    }

    private static Scenario forgetful(Scenario scenario) {
        return scenario.with(scenario.server().remembering(120));
    }
}
