package platform.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import platform.Misbehaviour;
import platform.Plan;
import platform.certificate.CertificateGuard;
import platform.certificate.TlsContext;
import platform.door.Desk;
import platform.door.Door;
import platform.door.FrontDoor;
import platform.door.Guard;
import platform.door.Listener;
import platform.door.Route;
import platform.door.Router;
import platform.queue.Bodies;
import platform.seal.PlatformKeys;
import platform.submission.Import;
import platform.terminal.RollGuard;
import platform.wire.PlatformClock;

/** The desks behind their two doors: one for terminals, one for whoever controls a demo or a test. */
public final class Office implements AutoCloseable {
    /** Of these so many may read large bodies, and eight be at the gate: what is left is for small requests. */
    private static final int THREADS = 48;

    private static final int MOST_BODIES = 32;
    private static final int CONTROL_THREADS = 2;

    private final House house;
    private final Housekeeping housekeeping;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Listener front;
    private final @Nullable Listener control;
    private final @Nullable Listener tls;

    public Office(Plan plan, PlatformClock clock, Misbehaviour misbehaviour) {
        house = House.in(plan, clock, misbehaviour);
        housekeeping = new Housekeeping(house);
        try {
            front = Listener.open(
                    plan.ports().terminals(),
                    THREADS,
                    door(frontDesks(false), new RollGuard(house.terminals()), misbehaviour));
            control = plan.ports().control() == Plan.NONE
                    ? null
                    : Listener.open(
                            plan.ports().control(),
                            CONTROL_THREADS,
                            new Door(
                                    router(List.of(new ControlDesk(house, housekeeping), new RollDesk(house))),
                                    Guard.NONE));
            tls = plan.ports().tls() == Plan.NONE ? null : tls(plan, misbehaviour);
        } catch (IOException e) {
            house.store().close();
            throw new UncheckedIOException("The platform cannot listen on its port.", e);
        }
        housekeeping.start();
    }

    private Listener tls(Plan plan, Misbehaviour misbehaviour) throws IOException {
        house.certificates().authority().publish(plan.folder());
        List<Desk> desks = new ArrayList<>(frontDesks(true));
        desks.add(new CertificateDesk(house));
        return Listener.openTls(
                plan.ports().tls(),
                THREADS,
                door(desks, new CertificateGuard(house.certificates()), misbehaviour),
                TlsContext.of(house.certificates().authority()));
    }

    private FrontDoor door(List<Desk> desks, Guard guard, Misbehaviour misbehaviour) {
        return new FrontDoor(new Door(router(desks), guard), misbehaviour, closing);
    }

    private List<Desk> frontDesks(boolean isTls) {
        Reception reception = new Reception(house);
        Bodies bodies = new Bodies(MOST_BODIES);
        return List.of(
                new StatusDesk(house),
                new PersonDesk(house, reception),
                new SubmissionDesk(house, housekeeping, bodies),
                new PartDesk(house, bodies),
                new TerminalDesk(house, isTls),
                new HelloDesk(house),
                new CaseDesk(house, reception),
                new HistoryDesk(house, reception),
                new PrintDesk(house, reception),
                new OrderDesk(house));
    }

    private static Router router(List<Desk> desks) {
        Stream<Route> routes = desks.stream().flatMap(desk -> desk.routes().stream());
        return new Router(routes.toList());
    }

    public Import.Outcome take(InputStream exportFile) throws IOException {
        Import.Outcome outcome = new Import(house.acceptance()).take(exportFile);
        housekeeping.soon();
        return outcome;
    }

    public PlatformKeys keys() {
        return house.keys();
    }

    public URI uri() {
        return front.uri();
    }

    public Optional<URI> controlUri() {
        return Optional.ofNullable(control).map(Listener::uri);
    }

    public Optional<URI> tlsUri() {
        return Optional.ofNullable(tls).map(Listener::uri);
    }

    @Override
    public void close() {
        closing.countDown();
        front.close();
        Stream.of(Optional.ofNullable(control), Optional.ofNullable(tls))
                .forEach(door -> door.ifPresent(Listener::close));
        housekeeping.close();
        house.store().close();
    }
}
