package kiosk.visit.runner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Material;
import kiosk.identity.Citizen;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Answer.Unreachable;
import kiosk.platform.CaseStatus;
import kiosk.platform.Cases;
import kiosk.platform.Certificate;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.Draft;
import kiosk.submission.IssuedDocument;
import kiosk.submission.Outbox;
import kiosk.submission.Paperwork;
import kiosk.submission.Submission;
import kiosk.submission.SuppliedMaterial;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;

/** Performs the effects that concern the queue and the platform. */
final class BackOffice {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(700);
    private static final Duration WITHOUT_A_LINE = Duration.ofSeconds(2);

    private final Ports ports;
    private final Patience patience;

    BackOffice(Ports ports, Patience patience) {
        this.ports = ports;
        this.patience = patience;
    }

    VisitEvent identify(Effect.Identify identify) throws InterruptedException {
        Answer<Citizen> answer = platform().identify(identify.evidence());
        if (answer instanceof Answer.Answered<Citizen>) {
            ports.journal().note(Occurrence.CITIZEN_IDENTIFIED);
        }
        return new VisitEvent.Identified(answer);
    }

    VisitEvent collectables(Effect.FindCollectables find) throws InterruptedException {
        List<Collectable> waiting = platform().collectables(find.session()).or(List.of()).stream()
                .map(it -> it.printedAtLeast(ports.prints().printed(it.id(), it.paper())))
                .toList();
        return new VisitEvent.CollectablesFound(waiting);
    }

    VisitEvent cases(Effect.FindCases find) throws InterruptedException {
        Answer<List<CaseStatus>> told = find.citizen().session().isPresent()
                ? platform().submissions(find.citizen().session().get())
                : new Unreachable<>();
        return new VisitEvent.CasesFound(Cases.of(
                told.map(Optional::of).or(Optional.empty()), ports.outbox().waitingOf(find.citizen())));
    }

    VisitEvent prefill(Effect.FetchPrefill fetch) throws InterruptedException {
        String item = fetch.item().code();
        return new VisitEvent.PrefillFound(
                item, platform().prefill(fetch.session(), item).or(Map.of()));
    }

    VisitEvent certificates(Effect.FindCertificates find) throws InterruptedException {
        Map<String, List<Certificate>> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> material : find.kindByMaterial().entrySet()) {
            found.put(
                    material.getKey(),
                    platform().certificates(find.session(), material.getValue()).or(List.of()));
        }
        return new VisitEvent.CertificatesFound(found);
    }

    VisitEvent preCheck(Effect.AskPreCheck ask) throws InterruptedException {
        return new VisitEvent.PreChecked(
                platform().preCheck(ask.session(), ask.item(), ask.values()).or(List.of()));
    }

    VisitEvent queue(Submission submission) {
        return new VisitEvent.Queued(withoutDraft(submission, ports.outbox().accept(bound(submission))));
    }

    /** What the queue has must not lie here half done as well. */
    private Outbox.Acceptance withoutDraft(Submission submission, Outbox.Acceptance acceptance) {
        if (acceptance instanceof Outbox.Accepted) {
            submission
                    .citizen()
                    .evidence()
                    .imprint()
                    .ifPresent(card ->
                            ports.drafts().forget(card, submission.item().code()));
        }
        return acceptance;
    }

    /** A draft whose matter the queue knows outlived it in a power cut: it is handed in already. */
    VisitEvent draft(Effect.FindDraft find) throws InterruptedException {
        Optional<Draft> found = ports.drafts().find(find.card());
        if (found.isPresent() && handedIn(found.get())) {
            forget(new Effect.ForgetDraft(find.card(), found.get().item()));
            return new VisitEvent.DraftFound(Optional.empty());
        }
        found.ifPresent(it -> ports.journal().note(Occurrence.DRAFT_OFFERED));
        return new VisitEvent.DraftFound(found);
    }

    private boolean handedIn(Draft draft) throws InterruptedException {
        return !(ports.outbox().delivery(draft.id(), Duration.ZERO) instanceof Outbox.GivenUp);
    }

    void forget(Effect.ForgetDraft forget) {
        ports.drafts().forget(forget.card(), forget.item());
        ports.journal().note(Occurrence.DRAFT_FORGOTTEN);
    }

    /** The submission with those materials bound that are handed in as one PDF. */
    private Submission bound(Submission submission) {
        return submission.with(
                submission.materials().stream().map(it -> bound(submission, it)).toList());
    }

    private SuppliedMaterial bound(Submission submission, SuppliedMaterial supplied) {
        boolean asOnePdf = submission.item().materials().stream()
                .anyMatch(it -> it.name().equals(supplied.material()) && it.binding() == Material.Binding.ONE_PDF);
        return asOnePdf && supplied instanceof SuppliedMaterial.Scans scans
                ? new SuppliedMaterial.Bound(scans.material(), ports.pageDesk().bind(scans.pages()))
                : supplied;
    }

    VisitEvent makeOrder(Effect.MakeOrder make) throws InterruptedException {
        Outbox.Acceptance held = withoutDraft(make.submission(), ports.outbox().hold(bound(make.submission())));
        if (held instanceof Outbox.NotAccepted) {
            return new VisitEvent.OrderMade(held, new Unreachable<>());
        }
        Answer<Order> order = platform()
                .order(make.submission().id(), make.submission().item().code(), make.fen());
        if (order instanceof Answer.Answered<Order>) {
            ports.journal()
                    .note(
                            Occurrence.ORDER_SHOWN,
                            new Journal.Of(make.submission().id()));
        }
        return new VisitEvent.OrderMade(held, order);
    }

    VisitEvent watchOrder(Effect.WatchOrder watch) throws InterruptedException {
        Answer<Order.State> answer = platform().orderState(watch.id());
        while (answer.or(Order.State.OPEN) == Order.State.OPEN) {
            Pause.of(BETWEEN_QUESTIONS);
            answer = platform().orderState(watch.id());
        }
        Order.State state = answer.or(Order.State.OPEN);
        if (state == Order.State.PAID) {
            ports.journal().note(Occurrence.ORDER_PAID, new Journal.Of(watch.id()));
        }
        return new VisitEvent.OrderSeen(state);
    }

    VisitEvent delivery(Effect.AwaitDelivery await) throws InterruptedException {
        Duration wait = platform().reachable().isEmpty() ? WITHOUT_A_LINE : patience.delivery();
        return new VisitEvent.DeliveryKnown(ports.outbox().delivery(await.id(), wait));
    }

    VisitEvent document(Effect.FetchDocument fetch) throws InterruptedException {
        long until = System.nanoTime() + patience.document().toNanos();
        Answer<IssuedDocument> answer = platform().document(fetch.id());
        while (!(answer instanceof Answer.Answered<IssuedDocument>) && System.nanoTime() - until < 0) {
            Pause.of(BETWEEN_QUESTIONS);
            answer = platform().document(fetch.id());
        }
        Optional<IssuedDocument> document = answer.map(Optional::of).or(Optional.empty());
        return new VisitEvent.DocumentFetched(document.map(it -> checked(it, fetch)));
    }

    private Paperwork.Check checked(IssuedDocument document, Effect.FetchDocument fetch) {
        Paperwork.Check check = ports.paperwork().check(document, fetch.number());
        if (check instanceof Paperwork.Unfit) {
            ports.journal().note(Occurrence.DOCUMENT_UNFIT, new Journal.Of(fetch.id()));
        }
        if (fetch.copy() > 1 && check instanceof Paperwork.Fit fit) {
            ports.journal().note(Occurrence.PRINTED_AGAIN, new Journal.Of(fetch.id()), new Journal.Count(fetch.copy()));
            return new Paperwork.Fit(ports.paperwork().again(fit.job(), fetch.copy()));
        }
        return check;
    }

    void markCollected(Effect.MarkCollected mark) throws InterruptedException {
        Answer<?> answer = platform().collected(mark.id());
        for (int again = 0; again < 2 && answer instanceof Unreachable<?>; again++) {
            Pause.of(BETWEEN_QUESTIONS);
            answer = platform().collected(mark.id());
        }
    }

    /** While the line is down nothing is kept for it: the platform ends an old session by itself. */
    void endSession(Effect.EndSession end) throws InterruptedException {
        if (!platform().reachable().isEmpty()) {
            platform().leave(end.session());
        }
    }

    private ProvincialPlatform platform() {
        return ports.platform();
    }
}
