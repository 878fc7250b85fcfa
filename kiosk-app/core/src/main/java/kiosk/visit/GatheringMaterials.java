package kiosk.visit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Material;
import kiosk.device.DocumentScanner;
import kiosk.device.ScannedPage;
import kiosk.identity.Citizen;
import kiosk.platform.Certificate;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.PageFlaw;
import kiosk.submission.SubmissionId;
import kiosk.submission.SuppliedMaterial.OnFile;
import kiosk.visit.VisitEvent.PageIn;

/**
 * The citizen supplies the papers: an electronic certificate first, a scan second.
 *
 * @param onFile the certificates that may stand for a material
 * @param feed the scan under way
 * @param trouble how the last scan ended, when it did not bring what was asked
 * @param doubts the pages about which the citizen is to be asked, in order; all of one material
 */
public record GatheringMaterials(
        Matter matter,
        Map<String, List<Certificate>> onFile,
        Optional<Feed> feed,
        Optional<DocumentScanner.Outcome> trouble,
        List<Doubt> doubts)
        implements Visit {
    /** Keeps the collections from changing. */
    public GatheringMaterials {
        onFile = Map.copyOf(onFile);
        doubts = List.copyOf(doubts);
    }

    /** The step at its beginning. */
    public static GatheringMaterials begun(Matter matter, Map<String, List<Certificate>> onFile) {
        return new GatheringMaterials(matter, onFile, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same while a page of that material is so far in. */
    public GatheringMaterials scanning(String material, double progress) {
        Feed begun = new Feed(material, matter.pagesOf(material).size(), 0, progress, 0);
        return new GatheringMaterials(matter, onFile, Optional.of(begun), Optional.empty(), doubts);
    }

    /** The material a page of which is being scanned. */
    public Optional<String> scanning() {
        return feed.map(Feed::material);
    }

    /** How much of that page is in, 0 to 1. */
    public double progress() {
        return feed.map(Feed::progress).orElse(0.0);
    }

    /** The page about which the citizen is asked now. */
    public Optional<Doubt> doubt() {
        return feed.isPresent() ? Optional.empty() : doubts.stream().findFirst();
    }

    @Override
    public Optional<Draft> draft() {
        return Draft.of(matter, Draft.At.MATERIALS, Optional.empty());
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(matter.citizen());
    }

    @Override
    public Optional<SubmissionId> about() {
        return Optional.of(matter.id());
    }

    @Override
    public Set<Effect> standing() {
        return feed.flatMap(now -> asked(now.material())
                        .<Set<Effect>>map(it -> Set.of(new Effect.Scan(it.name(), it.resolution(), now.pages()))))
                .orElse(Set.of());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.CertificatesFound found) {
            return Transition.to(new GatheringMaterials(matter, found.byMaterial(), feed, trouble, doubts));
        }
        if (Visit.goes(event)) {
            return Ending.of(matter, event);
        }
        if (feed.isPresent()) {
            return onScanning(event, feed.get());
        }
        return doubts.isEmpty() ? onSupply(event, moment) : onDoubt(event, doubts.get(0));
    }

    private Transition onSupply(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.MaterialsDone) {
            return matter.theNextMissingMaterial().isPresent()
                    ? stay()
                    : NotDone.whereTheQueueIsShut(matter, moment).orElseGet(() -> Route.afterMaterials(matter));
        }
        if (event instanceof VisitEvent.Back) {
            return Transition.to(new FillingForm(matter, List.of()));
        }
        if (event instanceof VisitEvent.ScanAsked asked && roomFor(asked.material())) {
            return Transition.to(scanning(asked.material(), 0));
        }
        if (event instanceof VisitEvent.CertificateChosen chosen && offered(chosen)) {
            return changed(matter.with(new OnFile(chosen.material(), chosen.certificateId())));
        }
        if (event instanceof VisitEvent.MaterialDropped dropped) {
            return changed(matter.without(dropped.material()));
        }
        return event instanceof VisitEvent.PageDropped dropped
                ? changed(matter.withoutPage(dropped.material(), dropped.page()))
                : stay();
    }

    /** The citizen is asked about one page after the other, and about nothing else meanwhile. */
    private Transition onDoubt(VisitEvent event, Doubt first) {
        List<Doubt> others = doubts.subList(1, doubts.size());
        if (event instanceof VisitEvent.PageLeftOut) {
            return Transition.to(with(matter, Optional.empty(), others));
        }
        if (event instanceof VisitEvent.PageKept && first.mayBeKept()) {
            return Transition.to(kept(first));
        }
        if (event instanceof VisitEvent.ScanAsked asked && asked.material().equals(first.material())) {
            Feed again = new Feed(first.material(), first.place(), 0, 0, others.size());
            return Transition.to(with(matter, Optional.of(again), others));
        }
        return stay();
    }

    /** Pages that came in after it may have taken its room. */
    private GatheringMaterials kept(Doubt first) {
        if (matter.hasRoomFor(first.material(), first.page())) {
            return put(first.material(), first.place(), first.page())
                    .with(Optional.empty(), moved(1).subList(1, doubts.size()));
        }
        List<Doubt> same = new ArrayList<>(doubts);
        same.set(0, first.withoutRoom());
        return with(Optional.empty(), same);
    }

    private Transition onScanning(VisitEvent event, Feed now) {
        if (event instanceof VisitEvent.ScanMoved moved) {
            return Transition.to(with(matter, Optional.of(now.at(moved.part())), doubts));
        }
        if (event instanceof PageIn in && now.material().equals(in.material())) {
            return in.outcome() instanceof DocumentScanner.Scanned scanned
                    ? Transition.to(taken(now, scanned, in.flaws()))
                    : ended(now, in.outcome());
        }
        boolean stops = event instanceof VisitEvent.ScanStopped || Visit.failed(event, Effect.Scan.class);
        return stops ? Transition.to(with(matter, Optional.empty(), doubts)) : stay();
    }

    private GatheringMaterials taken(Feed now, DocumentScanner.Scanned scanned, Set<PageFlaw> found) {
        Set<PageFlaw> flaws = EnumSet.noneOf(PageFlaw.class);
        flaws.addAll(found);
        if (!matter.hasRoomFor(now.material(), scanned.page())) {
            flaws.add(PageFlaw.NO_ROOM);
        }
        GatheringMaterials next = flaws.isEmpty()
                ? put(now.material(), now.place(), scanned.page())
                        .with(Optional.of(now.placed()), moved(doubts.size() - now.waiting()))
                : with(matter, Optional.of(now.doubted()), doubted(now, scanned.page(), flaws));
        boolean goesOn = scanned.rest() == DocumentScanner.Rest.MORE_SHEETS && next.roomFor(now.material());
        return goesOn ? next : next.with(Optional.empty(), next.doubts);
    }

    private List<Doubt> doubted(Feed now, ScannedPage page, Set<PageFlaw> flaws) {
        List<Doubt> more = new ArrayList<>(doubts);
        more.add(doubts.size() - now.waiting(), new Doubt(now.material(), now.place(), page, flaws));
        return more;
    }

    /** The doubts after a page was put in: those from that one on belong behind it. */
    private List<Doubt> moved(int from) {
        List<Doubt> moved = new ArrayList<>(doubts.subList(0, from));
        doubts.subList(from, doubts.size()).forEach(it -> moved.add(it.moved()));
        return moved;
    }

    /** That a feeder is empty after some sheets is no trouble. */
    private Transition ended(Feed now, DocumentScanner.Outcome how) {
        boolean fed = how instanceof DocumentScanner.NoPaper && now.pages() > 0;
        return Transition.to(new GatheringMaterials(
                matter, onFile, Optional.empty(), fed ? Optional.empty() : Optional.of(how), doubts));
    }

    private Transition changed(Matter supplied) {
        return Transition.to(with(supplied, Optional.empty(), doubts));
    }

    private GatheringMaterials with(Matter supplied, Optional<Feed> scan, List<Doubt> asked) {
        return new GatheringMaterials(supplied, onFile, scan, Optional.empty(), asked);
    }

    private GatheringMaterials with(Optional<Feed> scan, List<Doubt> asked) {
        return with(matter, scan, asked);
    }

    private GatheringMaterials put(String material, int place, ScannedPage page) {
        return with(matter.withPage(material, place, page), feed, doubts);
    }

    private boolean roomFor(String name) {
        long asking = doubts.stream().filter(it -> it.material().equals(name)).count();
        return asked(name)
                .map(it -> matter.pagesOf(name).size() + asking < it.mostPages())
                .orElse(false);
    }

    private boolean offered(VisitEvent.CertificateChosen chosen) {
        return asked(chosen.material()).isPresent()
                && onFile.getOrDefault(chosen.material(), List.of()).stream()
                        .anyMatch(it -> it.id().equals(chosen.certificateId()));
    }

    private Optional<Material> asked(String name) {
        return matter.materialsAsked().stream()
                .filter(it -> it.name().equals(name))
                .findFirst();
    }
}
