package kiosk.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Material;
import kiosk.device.DocumentScanner;
import kiosk.device.ScannedPage;
import kiosk.identity.Citizen;
import kiosk.platform.Certificate;
import kiosk.submission.Matter;
import kiosk.submission.SubmissionId;
import kiosk.submission.SuppliedMaterial.OnFile;
import kiosk.submission.SuppliedMaterial.Scans;
import kiosk.visit.VisitEvent.PageIn;

/**
 * The citizen supplies the papers: an electronic certificate first, a scan second.
 *
 * @param onFile the certificates that may stand for a material
 * @param scanning the material a page of which is being scanned
 * @param progress how much of that page is in, 0 to 1
 * @param trouble how the last scan ended, when it brought no page
 */
public record GatheringMaterials(
        Matter matter,
        Map<String, List<Certificate>> onFile,
        Optional<String> scanning,
        double progress,
        Optional<DocumentScanner.Outcome> trouble)
        implements Visit {
    /** Keeps the map from changing. */
    public GatheringMaterials {
        onFile = Map.copyOf(onFile);
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
        return scanning.<Set<Effect>>map(it -> Set.of(new Effect.Scan(it))).orElse(Set.of());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (scanning.isPresent() && !Visit.goes(event)) {
            return onScanning(event);
        }
        if (event instanceof VisitEvent.CertificatesFound found) {
            return Transition.to(new GatheringMaterials(matter, found.byMaterial(), scanning, progress, trouble));
        }
        if (event instanceof VisitEvent.MaterialsDone) {
            return matter.theNextMissingMaterial().isPresent() ? stay() : Route.afterMaterials(matter);
        }
        if (event instanceof VisitEvent.Back) {
            return Transition.to(new FillingForm(matter, List.of()));
        }
        return Visit.goes(event) ? Ending.of(matter.citizen()) : onSupply(event);
    }

    private Transition onSupply(VisitEvent event) {
        if (event instanceof VisitEvent.ScanAsked asked && roomFor(asked.material())) {
            return Transition.to(
                    new GatheringMaterials(matter, onFile, Optional.of(asked.material()), 0, Optional.empty()));
        }
        if (event instanceof VisitEvent.CertificateChosen chosen && offered(chosen)) {
            return changed(matter.with(new OnFile(chosen.material(), chosen.certificateId())));
        }
        if (event instanceof VisitEvent.MaterialDropped dropped) {
            return changed(matter.without(dropped.material()));
        }
        return event instanceof VisitEvent.PageDropped dropped ? changed(without(dropped)) : stay();
    }

    private Transition onScanning(VisitEvent event) {
        if (event instanceof VisitEvent.ScanMoved moved) {
            return Transition.to(new GatheringMaterials(matter, onFile, scanning, moved.part(), trouble));
        }
        if (event instanceof VisitEvent.CertificatesFound found) {
            return Transition.to(new GatheringMaterials(matter, found.byMaterial(), scanning, progress, trouble));
        }
        if (event instanceof PageIn in && scanning.equals(Optional.of(in.material()))) {
            return in.outcome() instanceof DocumentScanner.Scanned scanned
                    ? changed(withPage(in.material(), scanned.page()))
                    : ended(Optional.of(in.outcome()));
        }
        boolean stops = event instanceof VisitEvent.ScanStopped || Visit.failed(event, Effect.Scan.class);
        return stops ? ended(Optional.empty()) : stay();
    }

    private Transition ended(Optional<DocumentScanner.Outcome> how) {
        return Transition.to(new GatheringMaterials(matter, onFile, Optional.empty(), 0, how));
    }

    private Transition changed(Matter supplied) {
        return Transition.to(new GatheringMaterials(supplied, onFile, Optional.empty(), 0, Optional.empty()));
    }

    private Matter withPage(String material, ScannedPage page) {
        List<ScannedPage> pages = new ArrayList<>(matter.pagesOf(material));
        pages.add(page);
        return matter.with(new Scans(material, pages));
    }

    private Matter without(VisitEvent.PageDropped dropped) {
        List<ScannedPage> pages = new ArrayList<>(matter.pagesOf(dropped.material()));
        if (dropped.page() < 0 || dropped.page() >= pages.size()) {
            return matter;
        }
        pages.remove(dropped.page());
        return pages.isEmpty() ? matter.without(dropped.material()) : matter.with(new Scans(dropped.material(), pages));
    }

    private boolean roomFor(String name) {
        return asked(name)
                .map(it -> matter.pagesOf(name).size() < it.mostPages())
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
