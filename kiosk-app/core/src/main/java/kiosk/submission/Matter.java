package kiosk.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Material;
import kiosk.catalogue.ServiceItem;
import kiosk.device.ScannedPage;
import kiosk.form.Form;
import kiosk.identity.Citizen;

/**
 * The matter a citizen is busy with, before it is handed in; its id is made before anything of it is stored.
 *
 * @param correction what it puts right, where it is handed in anew
 */
public record Matter(
        SubmissionId id,
        Citizen citizen,
        Consent consent,
        Form form,
        List<SuppliedMaterial> materials,
        Optional<Signature> signature,
        Optional<Correction> correction) {
    /** Keeps the list from changing. */
    public Matter {
        materials = List.copyOf(materials);
    }

    /** A matter just begun. */
    public static Matter begun(SubmissionId id, Citizen citizen, Consent consent, ServiceItem item) {
        return new Matter(id, citizen, consent, Form.blank(item), List.of(), Optional.empty(), Optional.empty());
    }

    /** The item this is about. */
    public ServiceItem item() {
        return form.item();
    }

    /** This matter with another form. */
    public Matter with(Form changed) {
        return new Matter(id, citizen, consent, changed, materials, signature, correction);
    }

    /** This matter, agreed to anew. */
    public Matter with(Consent given) {
        return new Matter(id, citizen, given, form, materials, signature, correction);
    }

    /** This matter, signed. */
    public Matter with(Signature drawn) {
        return new Matter(id, citizen, consent, form, materials, Optional.of(drawn), correction);
    }

    /** This matter as what puts that right. */
    public Matter correcting(Correction what) {
        return new Matter(id, citizen, consent, form, materials, signature, Optional.of(what));
    }

    /** This matter to be handed in anew after the platform sent it back: another id under the same number, to be signed again. */
    public Matter renewed(SubmissionId fresh, SubmissionNumber number) {
        Correction same = new Correction(number, correction.flatMap(Correction::replaces));
        return new Matter(fresh, citizen, consent, form, materials, Optional.empty(), Optional.of(same));
    }

    /** This matter with a material supplied, in the place of what was supplied for it before. */
    public Matter with(SuppliedMaterial supplied) {
        List<SuppliedMaterial> changed = new ArrayList<>(without(supplied.material()).materials);
        changed.add(supplied);
        return new Matter(id, citizen, consent, form, changed, signature, correction);
    }

    /** This matter without what was supplied for a material. */
    public Matter without(String material) {
        return new Matter(
                id,
                citizen,
                consent,
                form,
                materials.stream().filter(it -> !it.material().equals(material)).toList(),
                signature,
                correction);
    }

    /** The pages scanned for a material so far. */
    public List<ScannedPage> pagesOf(String material) {
        return supplied(material)
                .filter(SuppliedMaterial.Scans.class::isInstance)
                .map(it -> ((SuppliedMaterial.Scans) it).pages())
                .orElse(List.of());
    }

    /** This matter with a scanned page in that place among the material's pages, from 0. */
    public Matter withPage(String material, int place, ScannedPage page) {
        List<ScannedPage> pages = new ArrayList<>(pagesOf(material));
        pages.add(Math.min(place, pages.size()), page);
        return with(new SuppliedMaterial.Scans(material, pages));
    }

    /** This matter without that page of a material, from 0; the same if there is none. */
    public Matter withoutPage(String material, int place) {
        List<ScannedPage> pages = new ArrayList<>(pagesOf(material));
        if (place < 0 || place >= pages.size()) {
            return this;
        }
        pages.remove(place);
        return pages.isEmpty() ? without(material) : with(new SuppliedMaterial.Scans(material, pages));
    }

    /** Whether the submission can carry one more page. */
    public boolean hasRoomFor(String material, ScannedPage page) {
        long all =
                item().materials().stream().mapToLong(it -> bytesOf(it.name())).sum();
        boolean bound = item().materials().stream()
                .anyMatch(it -> it.name().equals(material) && it.binding() == Material.Binding.ONE_PDF);
        return all + page.jpeg().length <= Submission.MOST_PAGE_BYTES
                && (!bound || bytesOf(material) + page.jpeg().length <= Submission.MOST_BOUND_BYTES);
    }

    private long bytesOf(String material) {
        return pagesOf(material).stream().mapToLong(it -> it.jpeg().length).sum();
    }

    /** What was supplied for a material. */
    public Optional<SuppliedMaterial> supplied(String material) {
        return materials.stream().filter(it -> it.material().equals(material)).findFirst();
    }

    /** The materials that are asked as the form stands. */
    public List<Material> materialsAsked() {
        return item().materials().stream()
                .filter(it -> form.holds(it.neededWhen()))
                .toList();
    }

    /** The first required material that is not supplied. */
    public Optional<Material> theNextMissingMaterial() {
        return materialsAsked().stream()
                .filter(it -> it.required() && supplied(it.name()).isEmpty())
                .findFirst();
    }

    /** What is handed in: only what is asked as the form stands. */
    public Submission handedIn(Instant now) {
        List<String> asked = materialsAsked().stream().map(Material::name).toList();
        return new Submission(
                id,
                item(),
                citizen,
                consent,
                form.answers(),
                materials.stream().filter(it -> asked.contains(it.material())).toList(),
                signature,
                form.feeInFen(),
                now,
                correction);
    }

    @Override
    public String toString() {
        return "Matter[" + id + ", " + item().code() + "]";
    }
}
