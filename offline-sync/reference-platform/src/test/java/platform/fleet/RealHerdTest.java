package platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import platform.Plan;
import platform.ReferencePlatform;
import platform.queue.Capacity;
import platform.store.NeedsPostgres;
import platform.store.Postgres;

/** Real terminals, real sockets, a real ledger. */
class RealHerdTest {
    private static final double NEVER_FORGETS = Double.POSITIVE_INFINITY;
    private static final Scenario.Tls NONE = new Scenario.Tls(1, 0, 0);

    @TempDir
    Path folder;

    private final List<ReferencePlatform> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ReferencePlatform::close);
    }

    @Test
    void aFewRealTerminalsTakeTheirTurnAndLoseNothingWithTheAnswersTheyMiss() throws Exception {
        Scenario few = scenario(new Scenario.Fleet(6, 5, 0.05, 0, 0.1), 500, new Scenario.Wire(0, 0, 0.1, 0.3));
        Run run = herd(few, 1, plan -> plan).run(controls());

        assertThat(run.end()).isEqualTo(new Run.End(0, 0, 0));
        assertThat(RealHerd.deliveries(controls())).isGreaterThanOrEqualTo(30);
    }

    /** The time-out is shorter in proportion to the run; how near it comes to the model depends on what else the machine does. */
    @Test
    @Tag("soak")
    @Timeout(280)
    @NeedsPostgres
    void threeHundredRealTerminalsAtTwoNodesDoWhatTheModelSays() throws Exception {
        Scenario many = scenario(new Scenario.Fleet(300, 20, 2, 0, 60), 50, new Scenario.Wire(0.001, 0.003, 0.01, 3));
        String database = Postgres.emptySchema();
        RealHerd herd = herd(many, 2, plan -> plan.sharing(database, folder.resolve("keys")));
        Run run = herd.run(controls());

        Report report = Report.inTarget().run("real", run).run("realModel", Herd.run(many, 1_800));
        report.real(nodes.size(), RealHerd.deliveries(controls()), herd.broken().size());
        report.distance().write();
        assertThat(run.end()).isEqualTo(new Run.End(0, 0, 0));
        assertThat(run.requestsPerSubmission()).isLessThanOrEqualTo(1.15);
        assertThat(report.figures().path("distance").path("drain").asDouble()).isLessThanOrEqualTo(0.25);
    }

    private static Scenario scenario(Scenario.Fleet fleet, double capacity, Scenario.Wire wire) {
        Scenario.Server server = new Scenario.Server(capacity, 2, NEVER_FORGETS, NONE, Scenario.Server.NEVER);
        return new Scenario(fleet, wire, server, new Policy.TakesSlots(), 1);
    }

    private RealHerd herd(Scenario scenario, int count, UnaryOperator<Plan> more) {
        Capacity capacity = new Capacity(
                scenario.server().capacity(), 50_000_000, scenario.fleet().terminals());
        for (int i = 0; i < count; i++) {
            Plan plan = Plan.in(folder.resolve("node" + i)).with(capacity.ofOneAmong(count));
            nodes.add(ReferencePlatform.start(more.apply(plan)));
        }
        return new RealHerd(scenario, nodes.stream().map(ReferencePlatform::uri).toList());
    }

    private List<URI> controls() {
        return nodes.stream().map(ReferencePlatform::controlUri).toList();
    }
}
