package kiosk.twin;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.catalogue.Department;
import kiosk.catalogue.Prefill;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.platform.Answer;
import kiosk.platform.Answer.Answered;
import kiosk.platform.Answer.Refusal;
import kiosk.platform.Answer.Refused;
import kiosk.platform.Answer.Unreachable;
import kiosk.platform.CaseStatus;
import kiosk.platform.Certificate;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.platform.PrintReport;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.IssuedDocument;
import kiosk.submission.SubmissionId;

/** A platform on paper: it knows one person, issues what it is told to, and its line can be cut. */
public final class PaperPlatform implements ProvincialPlatform {
    public static final String SESSION = "session-of-zhang";

    private final Map<SubmissionId, Order.State> orders = new ConcurrentHashMap<>();
    private final Map<SubmissionId, IssuedDocument> documents = new ConcurrentHashMap<>();
    private final AtomicInteger collected = new AtomicInteger();
    private final List<String> left = new CopyOnWriteArrayList<>();
    private volatile boolean up = true;
    private volatile boolean issuing = true;
    private volatile boolean knowing = true;
    private volatile boolean damaging;
    private volatile List<Problem> problems = List.of();
    private volatile List<Collectable> collectables = List.of();
    private volatile List<CaseStatus> cases = List.of();

    public void cutTheLine() {
        up = false;
    }

    public void restoreTheLine() {
        up = true;
    }

    public void knowNobody() {
        knowing = false;
    }

    public void issueNothing() {
        issuing = false;
    }

    public void issueDamaged() {
        damaging = true;
    }

    public void find(Problem problem) {
        problems = List.of(problem);
    }

    public void keep(Collectable document) {
        collectables = List.of(document);
    }

    public void tell(CaseStatus status) {
        cases = List.of(status);
    }

    public void orderBecomes(Order.State state) {
        orders.replaceAll((id, before) -> state);
    }

    public int collected() {
        return collected.get();
    }

    @Override
    public Set<Department> reachable() {
        return up ? Set.of(Department.values()) : Set.of();
    }

    @Override
    public Answer<Citizen> identify(Evidence evidence) {
        return knowing ? answer(People.online(evidence)) : refusal(Refusal.UNKNOWN_PERSON);
    }

    /** The sessions that were ended. */
    public List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public void leave(String session) {
        left.add(session);
    }

    @Override
    public Answer<Map<Prefill, String>> prefill(String session, String item) {
        return answer(new EnumMap<>(Map.of(Prefill.PLATFORM_PHONE, "13800000000")));
    }

    @Override
    public Answer<List<Certificate>> certificates(String session, String kind) {
        return answer(List.of(new Certificate("C-1", kind, "居住证")));
    }

    @Override
    public Answer<List<Problem>> preCheck(String session, String item, Map<String, String> values) {
        return answer(problems);
    }

    @Override
    public Answer<List<Collectable>> collectables(String session) {
        return answer(collectables);
    }

    @Override
    public Answer<List<CaseStatus>> submissions(String session) {
        return answer(cases);
    }

    @Override
    public Answer<IssuedDocument> document(SubmissionId id) {
        if (!issuing) {
            return refusal(Refusal.NOT_FOUND);
        }
        String pdf = damaging ? "<html>" : "%PDF-1.7";
        return answer(documents.computeIfAbsent(
                id, it -> new IssuedDocument(it, pdf.getBytes(StandardCharsets.US_ASCII), "8F3K-2MQ7-XW4D", 2)));
    }

    @Override
    public Answer<SubmissionId> collected(SubmissionId id) {
        collected.incrementAndGet();
        return answer(id);
    }

    @Override
    public Answer<SubmissionId> printed(PrintReport report) {
        return answer(report.id());
    }

    @Override
    public Answer<Order> order(SubmissionId id, String item, long fen) {
        return up
                ? answer(new Order("pay-here", orders.computeIfAbsent(id, it -> Order.State.OPEN)))
                : new Unreachable<>();
    }

    @Override
    public Answer<Order.State> orderState(SubmissionId id) {
        return Optional.ofNullable(orders.get(id)).map(this::answer).orElseGet(() -> refusal(Refusal.NOT_FOUND));
    }

    @Override
    public Answer<Order.State> cancelOrder(SubmissionId id) {
        return answer(orders.compute(id, (same, it) -> Order.State.CANCELLED));
    }

    private <T> Answer<T> answer(T value) {
        return up ? new Answered<>(value) : new Unreachable<>();
    }

    private <T> Answer<T> refusal(Refusal why) {
        return up ? new Refused<>(why) : new Unreachable<>();
    }
}
