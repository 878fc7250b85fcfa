package platform.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import platform.fleet.Connection.Reply;
import platform.fleet.Connection.Request;
import platform.fleet.Sealer.Parcel;
import platform.queue.Slot;
import platform.wire.Digest;

/** A terminal over a real socket that obeys PLATFORM-API.md, section 12, one request at a time; now and then it does not hear an answer. */
final class RealTerminal implements Callable<Double> {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Slot NO_SLOT = new Slot(0, Double.POSITIVE_INFINITY, 1, Long.MAX_VALUE, Integer.MAX_VALUE);
    private static final int HELLOS = 3;
    private static final int FAILURES_A_SLOT = 3;

    private final RealHerd herd;
    private final String name;
    private final Sealer sealer;
    private final SplittableRandom chance;
    private int node;
    private Optional<Connection> connection = Optional.empty();
    private Slot slot = NO_SLOT;
    private double slotFrom;
    private boolean hasSlot;
    private int failures;
    private double pausedUntil;
    private double nextSend;

    RealTerminal(RealHerd herd, int number, JsonNode keys) {
        this.herd = herd;
        this.name = "F" + number;
        this.node = number % herd.nodes().size();
        this.sealer = new Sealer(name, keys);
        this.chance = new SplittableRandom(number);
    }

    void enrol() throws IOException {
        byte[] body = ("{\"token\": \"" + name + "\", \"signingKey\": \"" + sealer.signingKey() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        Reply reply = connect().exchange(new Request("POST", "/v1/terminal/enrolment", headers(), body));
        if (!reply.isOurs() || reply.status() / 100 != 2) {
            throw new IOException("Not enrolled: " + reply.status());
        }
        hangUp();
    }

    /** When it was done. */
    @Override
    public Double call() throws InterruptedException, IOException {
        Scenario.Fleet fleet = herd.scenario().fleet();
        herd.waitUntil(chance.nextDouble() * fleet.backWithin() + chance.nextDouble() * fleet.helloWithin());
        for (int left = fleet.each(); left > 0; left--) {
            Parcel parcel = sealer.parcel();
            do {
                waitForTurn(left);
                nextSend = herd.now() + 1 / slot.maxRate();
            } while (!isDelivered(parcel));
        }
        hangUp();
        return herd.now();
    }

    private void waitForTurn(int left) throws InterruptedException, IOException {
        herd.waitUntil(pausedUntil);
        if (!hasSlot || herd.now() > slotFrom + slot.ttl()) {
            takeSlot(left);
        }
        herd.waitUntil(Math.max(slotFrom, nextSend));
    }

    private void takeSlot(int waiting) throws InterruptedException, IOException {
        byte[] body =
                ("{\"waiting\": " + waiting + ", \"bytes\": " + waiting * 5_000 + "}").getBytes(StandardCharsets.UTF_8);
        hasSlot = true;
        for (int lost = 1; lost <= HELLOS; lost++) {
            herd.tally().hello(herd.now());
            Optional<Reply> reply = ask(new Request("POST", "/v1/hello", headers(), body));
            if (reply.isPresent() && reply.get().status() == 200) {
                slot = MAPPER.readValue(reply.get().body(), Slot.class);
                slotFrom = herd.now() + slot.notBefore();
                hangUp();
                return;
            }
            herd.waitUntil(herd.now() + pause(reply, lost));
        }
        slot = NO_SLOT;
        slotFrom = herd.now() + 1 + chance.nextDouble() * (Policy.MOST - 1);
    }

    private boolean isDelivered(Parcel parcel) throws InterruptedException, IOException {
        Map<String, String> headers = Map.of(
                "Kiosk-Terminal",
                name,
                "Content-Type",
                "application/vnd.kiosk.submission",
                "Content-Digest",
                Digest.of(parcel.body()));
        herd.tally().worked(1);
        Optional<Reply> reply = ask(new Request("PUT", "/v1/submissions/" + parcel.id(), headers, parcel.body()));
        if (reply.isPresent() && isReceipt(reply.get(), parcel)) {
            failures = 0;
            herd.tally().accepted(herd.now());
            herd.delivered().add(parcel.id());
            return true;
        }
        failures += reply.isPresent() ? 0 : 1;
        pausedUntil = herd.now() + pause(reply, failures);
        hasSlot = reply.isEmpty() && failures % FAILURES_A_SLOT != 0;
        return false;
    }

    private boolean isReceipt(Reply reply, Parcel parcel) throws IOException {
        if (reply.status() / 100 == 4 && reply.status() != 409 && reply.status() != 429) {
            throw new IllegalStateException("Refused for good: " + reply.status());
        }
        return (reply.status() == 201 || reply.status() == 200)
                && sealer.verifies(MAPPER.readTree(reply.body()), parcel);
    }

    private double pause(Optional<Reply> reply, int count) {
        double retryAfter = reply.map(r -> r.headers().get("retry-after"))
                .map(Double::parseDouble)
                .orElse(0.0);
        return Math.max(0.001, new Policy.TakesSlots().pause(Math.max(1, count), retryAfter, chance));
    }

    /** What came back within the time; now and then the answer is cut off, as far as this terminal can tell. */
    private Optional<Reply> ask(Request request) throws InterruptedException {
        double sent = herd.now();
        herd.tally().request(sent);
        try {
            if (chance.nextDouble() >= herd.scenario().wire().lostAnswers()) {
                return Optional.of(connect().exchange(request)).filter(Reply::isOurs);
            }
            connect().send(request);
            herd.waitUntil(sent + herd.scenario().wire().timeout());
        } catch (IOException e) {
            herd.broken().add(e.getClass().getSimpleName());
        }
        hangUp();
        node = (node + 1) % herd.nodes().size();
        return Optional.empty();
    }

    private Connection connect() throws IOException {
        if (connection.isEmpty()) {
            herd.tally().handshake(herd.now());
            connection = Optional.of(new Connection(herd.nodes().get(node), (int)
                    (1_000 * herd.scenario().wire().timeout())));
        }
        return connection.get();
    }

    private void hangUp() {
        connection.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                herd.broken().add("close");
            }
        });
        connection = Optional.empty();
    }

    private Map<String, String> headers() {
        return Map.of("Kiosk-Terminal", name, "Content-Type", "application/json");
    }
}
