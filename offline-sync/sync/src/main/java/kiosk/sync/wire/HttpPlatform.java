package kiosk.sync.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Department;
import kiosk.catalogue.Prefill;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.platform.Answer;
import kiosk.platform.CaseStatus;
import kiosk.platform.Certificate;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.platform.PrintReport;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.IssuedDocument;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sha256;
import kiosk.sync.wire.Json.Malformed;

/** The platform by HTTP (PLATFORM-API.md, sections 3, 4, 7 and 8). */
public final class HttpPlatform implements ProvincialPlatform {
    private static final Duration IN_ALL = PATIENCE.minusMillis(500);
    private static final int LONGEST_CODE = 512;

    private final Wire wire;
    private final StatusProbe probe;
    private final Holders holders = new Holders();

    /** The platform at the end of that wire, which that probe watches. */
    public HttpPlatform(Wire wire, StatusProbe probe) {
        this.wire = wire;
        this.probe = probe;
    }

    @Override
    public Set<Department> reachable() {
        return probe.reachable();
    }

    @Override
    public Answer<Citizen> identify(Evidence evidence) throws InterruptedException {
        holders.forget();
        if (evidence instanceof Evidence.ByCode by && by.code().length() > LONGEST_CODE) {
            return new Answer.Refused<>(Answer.Refusal.CODE_EXPIRED);
        }
        Question question = post("/v1/identify", Identification.body(evidence));
        boolean code = evidence instanceof Evidence.ByCode;
        return asked(code ? question : question.changingNothing(), json -> Identification.citizen(evidence, json));
    }

    @Override
    public void leave(String session) throws InterruptedException {
        holders.forget(session);
        wire.ask(Question.of("DELETE", "/v1/person/session", IN_ALL)
                .with(Holders.HEADER, session)
                .forNothing());
    }

    @Override
    public Answer<Map<Prefill, String>> prefill(String session, String item) throws InterruptedException {
        return asked(get("/v1/person/prefill?item=" + encoded(item)).with(Holders.HEADER, session), json -> {
            Json values = json.object("values");
            Map<Prefill, String> known = new EnumMap<>(Prefill.class);
            for (Prefill prefill : Prefill.values()) {
                if (prefill.fromPlatform()) {
                    values.optional(prefill.word().substring("platform.".length()))
                            .ifPresent(it -> known.put(prefill, it));
                }
            }
            return known;
        });
    }

    @Override
    public Answer<List<Certificate>> certificates(String session, String kind) throws InterruptedException {
        return asked(
                get("/v1/person/certificates?kind=" + encoded(kind)).with(Holders.HEADER, session),
                json -> json.list(
                        "certificates", it -> new Certificate(it.text("id"), it.text("kind"), it.text("title"))));
    }

    @Override
    public Answer<List<Problem>> preCheck(String session, String item, Map<String, String> values)
            throws InterruptedException {
        ObjectNode body = Json.MAPPER.createObjectNode().put("item", item);
        values.forEach(body.putObject("values")::put);
        return asked(post("/v1/precheck", body).changingNothing().with(Holders.HEADER, session), Json::problems);
    }

    @Override
    public Answer<List<Collectable>> collectables(String session) throws InterruptedException {
        Answer<List<Collectable>> answer =
                asked(get("/v1/person/collectables").with(Holders.HEADER, session), Waiting::papers);
        answer.or(List.of()).forEach(it -> holders.remember(it.id(), session));
        return answer;
    }

    @Override
    public Answer<List<CaseStatus>> submissions(String session) throws InterruptedException {
        return asked(get("/v1/person/submissions").with(Holders.HEADER, session), Waiting::cases);
    }

    /** Asks how the case stands, then for the document; both within the one patience. */
    @Override
    public Answer<IssuedDocument> document(SubmissionId id) throws InterruptedException {
        long begun = System.nanoTime();
        Answer<Announced> announced = asked(holders.vouched(get(path(id)), id), Announced::from);
        if (!(announced instanceof Answer.Answered<Announced> there)) {
            return announced.map(never -> new IssuedDocument(id, new byte[0], "", 0));
        }
        if (!there.value().issued()) {
            return new Answer.Refused<>(Answer.Refusal.NOT_FOUND);
        }
        Duration left = IN_ALL.minusNanos(System.nanoTime() - begun);
        Question question = Question.of("GET", path(id) + "/document", left).forPdf();
        return reported(
                answer(wire.ask(holders.vouched(question, id)), there.value().checking(id)));
    }

    /** Without a session, as {@link #printed}. */
    @Override
    public Answer<SubmissionId> collected(SubmissionId id) throws InterruptedException {
        return asked(Question.of("PUT", path(id) + "/collected", IN_ALL), json -> id);
    }

    /** Without a session: it may be told long after the citizen has gone, and an old session would only be refused. */
    @Override
    public Answer<SubmissionId> printed(PrintReport report) throws InterruptedException {
        Question question = carrying(Question.of("PUT", Waiting.path(report), IN_ALL), Waiting.body(report))
                .orCreated();
        return asked(question, json -> report.id());
    }

    @Override
    public Answer<Order> order(SubmissionId id, String item, long fen) throws InterruptedException {
        ObjectNode body = Json.MAPPER.createObjectNode().put("item", item).put("amountFen", fen);
        Question question =
                carrying(Question.of("PUT", "/v1/orders/" + id, IN_ALL), body).orCreated();
        return asked(question, json -> Orders.order(id, json));
    }

    @Override
    public Answer<Order.State> orderState(SubmissionId id) throws InterruptedException {
        return asked(get("/v1/orders/" + id), json -> Orders.state(id, json));
    }

    @Override
    public Answer<Order.State> cancelOrder(SubmissionId id) throws InterruptedException {
        return asked(Question.of("DELETE", "/v1/orders/" + id, IN_ALL), json -> Orders.state(id, json));
    }

    private <T> Answer<T> asked(Question question, Json.Reading<T> reading) throws InterruptedException {
        return reported(answer(wire.ask(question), success -> reading.from(Json.parse(success.body()))));
    }

    /** No answer here is news for the probe. */
    private <T> Answer<T> reported(Answer<T> answer) {
        if (answer instanceof Answer.Unreachable) {
            probe.soon();
        }
        return answer;
    }

    private static <T> Answer<T> answer(Reply reply, Taking<T> taking) {
        if (reply instanceof Reply.Failure failure) {
            return Refusals.answer(failure);
        }
        if (reply instanceof Reply.Success success) {
            try {
                return new Answer.Answered<>(taking.of(success));
            } catch (Malformed notWhatWasAsked) {
                return new Answer.Unreachable<>();
            }
        }
        return new Answer.Unreachable<>();
    }

    /** Makes a value of a success. */
    interface Taking<T> {
        T of(Reply.Success success) throws Malformed;
    }

    private static Question get(String path) {
        return Question.of("GET", path, IN_ALL);
    }

    private static Question post(String path, ObjectNode body) {
        return carrying(Question.of("POST", path, IN_ALL), body);
    }

    private static Question carrying(Question question, ObjectNode body) {
        try {
            return question.carrying(Question.JSON, Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts could not be written", e);
        }
    }

    private static String path(SubmissionId id) {
        return "/v1/submissions/" + id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How a case stands, and the document it announces, if it is issued (PLATFORM-API.md, section 7). */
    private record Announced(Optional<Result> result) {
        /** What is said of a document before it is fetched. */
        record Result(String verificationCode, int pages, String digest) {}

        static Announced from(Json json) throws Malformed {
            String state = json.text("state");
            if (!state.equals("issued") && !state.equals("collected")) {
                return new Announced(Optional.empty());
            }
            Json result = json.object("result");
            return new Announced(Optional.of(
                    new Result(result.text("verificationCode"), result.count("pages"), result.text("digest"))));
        }

        boolean issued() {
            return result.isPresent();
        }

        /** Takes the document if it is the one that was announced. */
        Taking<IssuedDocument> checking(SubmissionId id) {
            Result announced = result.orElseThrow();
            return success -> {
                if (!Sha256.field(success.body()).equals(announced.digest())) {
                    throw new Malformed("not the document that was announced");
                }
                return new IssuedDocument(id, success.body(), announced.verificationCode(), announced.pages());
            };
        }
    }
}
