package kiosk.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Field;
import kiosk.catalogue.Material;
import kiosk.catalogue.ServiceItem;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.form.Form;
import kiosk.form.Problem;
import kiosk.form.Problem.Why;
import kiosk.form.Provenance;
import kiosk.identity.CardImprint;
import kiosk.identity.Citizen;
import kiosk.submission.SuppliedMaterial.OnFile;
import kiosk.submission.SuppliedMaterial.Scans;

/**
 * What is kept of a matter that was left half done: the answers, the papers, and how far the citizen was. There is no signature in it, no
 * payment and nothing of the platform's session; what a card says is read from the card again. Whoever was known by a code alone has
 * none, because nothing could be locked with a code.
 *
 * @param card locks it
 * @param id of the matter, to tell whether it was handed in after all
 * @param consent to which version of the item
 * @param correction what it puts right, where the matter came back from the platform
 * @param reached the last field of the form that was passed; empty where none was, or the form was whole
 */
public record Draft(
        CardImprint card,
        SubmissionId id,
        String item,
        Consent consent,
        Map<String, Entry> entries,
        List<SuppliedMaterial> materials,
        Optional<Correction> correction,
        At at,
        Optional<String> reached) {
    /** At which step the citizen was. */
    public enum At {
        /** Filling the form. */
        FORM,
        /** Supplying the papers. */
        MATERIALS,
        /** Signing, or looking everything over; the signature is given anew. */
        CONFIRMING
    }

    /** Keeps the collections from changing. */
    public Draft {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        materials = List.copyOf(materials);
    }

    /** The draft of a matter; empty where there is nothing to lock it with, or nothing in it that the citizen would have to do again. */
    public static Optional<Draft> of(Matter matter, At at, Optional<String> reached) {
        Map<String, Entry> entries = new LinkedHashMap<>(matter.form().entries());
        entries.values().removeIf(it -> it.source() == Provenance.CARD);
        boolean begun = !matter.materials().isEmpty()
                || entries.values().stream().anyMatch(it -> it.source() == Provenance.CITIZEN);
        return matter.citizen()
                .evidence()
                .imprint()
                .filter(card -> begun && matter.correction().isEmpty())
                .map(card -> new Draft(
                        card,
                        matter.id(),
                        matter.item().code(),
                        matter.consent(),
                        entries,
                        matter.materials(),
                        matter.correction(),
                        at,
                        reached));
    }

    /**
     * The matter as far as it still fits.
     *
     * @param lost what the citizen has to be told that it does not fit any more
     */
    public record Restored(Matter matter, List<Problem> lost) {
        /** Keeps the list from changing. */
        public Restored {
            lost = List.copyOf(lost);
        }
    }

    /** This draft as a matter of the citizen whose card opened it, under another id: what was kept was never handed in. */
    public Restored restored(
            Citizen citizen, ServiceItem now, SubmissionId fresh, LocalDate today, Catalogue catalogue) {
        Form form = Form.fitting(now, entries, today, catalogue);
        Matter matter = new Matter(fresh, citizen, consent, form, List.of(), Optional.empty(), correction);
        boolean papersLost = false;
        for (SuppliedMaterial supplied : materials) {
            boolean fits = fits(matter, supplied);
            matter = fits ? matter.with(supplied) : matter;
            papersLost |= !fits;
        }
        return new Restored(matter, lost(form, papersLost));
    }

    private static boolean fits(Matter matter, SuppliedMaterial supplied) {
        Optional<Material> asked = matter.item().material(supplied.material());
        if (supplied instanceof OnFile) {
            return asked.flatMap(Material::certificateKind).isPresent();
        }
        return supplied instanceof Scans scans
                && asked.map(it -> scans.pages().size() <= it.mostPages()).orElse(false)
                && haveRoom(matter, scans);
    }

    private static boolean haveRoom(Matter matter, Scans scans) {
        Matter filled = matter;
        for (ScannedPage page : scans.pages()) {
            if (!filled.hasRoomFor(scans.material(), page)) {
                return false;
            }
            filled = filled.withPage(scans.material(), Integer.MAX_VALUE, page);
        }
        return true;
    }

    private List<Problem> lost(Form form, boolean papersLost) {
        List<Problem> lost = new ArrayList<>();
        form.fieldsAsked().stream()
                .map(Field::name)
                .filter(it -> entries.containsKey(it) && form.entry(it).isEmpty())
                .forEach(it -> lost.add(Problem.of(it, Why.OUTDATED)));
        boolean anything = papersLost || !form.entries().keySet().containsAll(entries.keySet());
        return lost.isEmpty() && anything
                ? List.of(new Problem(Optional.empty(), Why.OUTDATED, Optional.empty()))
                : lost;
    }

    @Override
    public String toString() {
        return "Draft[" + item + ", " + at + ", " + entries.size() + " entries, " + materials.size() + " materials]";
    }
}
