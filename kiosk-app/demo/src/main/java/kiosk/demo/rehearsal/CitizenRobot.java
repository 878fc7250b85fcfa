package kiosk.demo.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kiosk.demo.rehearsal.Playbook.Errand;
import kiosk.demo.rehearsal.Playbook.With;
import kiosk.demo.world.WorldClient;
import kiosk.device.DeviceKind;
import kiosk.visit.AwaitingCard;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.Finishing;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Paying;
import kiosk.visit.RatingService;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.Visit;
import kiosk.visit.runner.Shown;

/** A citizen who walks one matter by touching what is seen, from the attract screen to the attract screen. */
final class CitizenRobot {
    private static final Duration LONGEST_VISIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(45);

    private final Fingertip finger;
    private final Supplier<Shown> shown;
    private final WorldClient world;
    private final FormFiller filler;
    private final Path pictures;
    private final List<String> screens = new ArrayList<>();
    private final Set<String> titles = new LinkedHashSet<>();
    private Optional<String> number = Optional.empty();
    private Optional<Visit> last = Optional.empty();
    private boolean cut;
    private int total;
    private int prefilled;

    /** What came of it: what the citizen could read on the screen. */
    record Walked(
            boolean completed,
            String end,
            Optional<String> number,
            List<String> screens,
            int taps,
            int total,
            int prefilled) {}

    CitizenRobot(Fingertip finger, Supplier<Shown> shown, WorldClient world, Path pictures) {
        this.finger = finger;
        this.shown = shown;
        this.world = world;
        this.filler = new FormFiller(finger, shown);
        this.pictures = pictures;
    }

    Walked walks(Errand errand) throws InterruptedException {
        int tapsBefore = finger.taps();
        long end = System.nanoTime() + LONGEST_VISIT.toNanos();
        arrives(errand);
        String how = "completed";
        while (!(shown.get().visit() instanceof Idle)) {
            Visit visit = shown.get().visit();
            look(visit);
            if (visit instanceof NotDone notDone) {
                how = "not done: " + notDone.why();
            }
            touch(visit, errand);
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the visit does not end; it stands at "
                        + visit.getClass().getSimpleName());
            }
        }
        boolean completed = how.equals("completed") && number.isPresent();
        return new Walked(completed, how, number, List.copyOf(screens), finger.taps() - tapsBefore, total, prefilled);
    }

    private void arrives(Errand errand) throws InterruptedException {
        picture("attract");
        finger.press("main-action");
        waitFor(visit -> visit instanceof AwaitingCard);
        picture("card");
        if (errand.evidence() == With.ID_CARD) {
            world.turn("lay-id-card", "number", errand.number());
        } else if (errand.evidence() == With.SOCIAL_CARD) {
            world.turn("insert-social-card", "number", errand.number());
        } else {
            world.turn("show-login-code", "number", errand.number());
        }
        waitFor(visit -> visit instanceof ChoosingItem);
    }

    private void touch(Visit visit, Errand errand) throws InterruptedException {
        if (visit instanceof ChoosingItem) {
            finger.press("tile-" + errand.item().replace('.', '-'));
            leaves(visit);
        } else if (visit instanceof FillingForm) {
            filler.fillsOnePage();
        } else if (visit instanceof GatheringMaterials gathering) {
            supplies(gathering);
        } else if (visit instanceof Signing) {
            finger.scribbleOn("signature");
            picture("signed");
            goesOn(visit);
        } else if (visit instanceof Reviewing reviewing) {
            reviews(reviewing, errand);
        } else {
            touchLater(visit);
        }
    }

    private void touchLater(Visit visit) throws InterruptedException {
        if (visit instanceof Paying paying) {
            pays(paying);
        } else if (visit instanceof Collecting collecting) {
            collects(collecting);
        } else if (visit instanceof RatingService) {
            finger.press("star-5");
            picture("rated");
            goesOn(visit);
        } else if (visit instanceof Ending ending) {
            world.turn(ending.reader() == DeviceKind.ID_CARD_READER ? "take-id-card" : "take-social-card");
            leaves(visit);
        } else if (visit instanceof Informing || visit instanceof Finishing || visit instanceof NotDone) {
            if (visit instanceof NotDone) {
                finger.press("quit");
            } else {
                finger.press("main-action");
            }
            leaves(visit);
        } else {
            leaves(visit);
        }
    }

    /** Pays with the phone, by the code that stands on the screen. */
    private void pays(Paying paying) throws InterruptedException {
        if (paying.order().isEmpty()) {
            waitFor(visit -> !visit.equals(paying));
            return;
        }
        String read = finger.eye().qrCode();
        if (!read.equals(paying.order().orElseThrow().code())) {
            throw new IllegalStateException("the code on the screen is another one");
        }
        world.turn("pay", "id", paying.matter().id().toString());
        leaves(paying);
    }

    private void supplies(GatheringMaterials gathering) throws InterruptedException {
        Optional<String> certificate =
                finger.idsBeginning("certificate-").stream().findFirst();
        if (certificate.isPresent()) {
            finger.press(certificate.get());
            waitFor(visit ->
                    !(visit instanceof GatheringMaterials now) || !now.matter().equals(gathering.matter()));
        } else if (finger.sees("main-action")) {
            finger.press("main-action");
            filler.waitForNewPage();
        } else if (finger.sees("scan")) {
            world.turn("lay-sheet", "title", "演示材料");
            finger.press("scan");
            waitFor(visit ->
                    visit instanceof GatheringMaterials now && now.scanning().isPresent());
            picture("scanning");
            waitFor(visit ->
                    visit instanceof GatheringMaterials now && now.scanning().isEmpty());
            picture("scanned");
            world.turn("take-sheets");
        }
    }

    private void reviews(Reviewing reviewing, Errand errand) throws InterruptedException {
        if (!reviewing.problems().isEmpty()) {
            throw new IllegalStateException(
                    "the review found problems: " + reviewing.problems().get(0).why());
        }
        total = reviewing.matter().form().answers().size();
        prefilled = filler.prefilled(reviewing.matter().form());
        if (errand.cut() && !cut) {
            world.turn("cut-line");
            cut = true;
        }
        goesOn(reviewing);
    }

    private void collects(Collecting collecting) throws InterruptedException {
        number = finger.text("number").or(() -> number);
        if (collecting.paper() instanceof Collecting.Out || collecting.paper() instanceof Collecting.Failed) {
            if (collecting.paper() instanceof Collecting.Failed) {
                throw new IllegalStateException("the paper did not come out");
            }
            goesOn(collecting);
        } else {
            waitFor(visit -> !visit.equals(collecting));
        }
    }

    private void goesOn(Visit visit) throws InterruptedException {
        finger.press("main-action");
        leaves(visit);
    }

    private void leaves(Visit visit) throws InterruptedException {
        waitFor(now -> now.getClass() != visit.getClass());
    }

    private void waitFor(Predicate<Visit> wanted) throws InterruptedException {
        if (!Eye.until(() -> wanted.test(shown.get().visit()), LONGEST_STEP)) {
            picture("stuck");
            throw new IllegalStateException(
                    "nothing more happens at " + shown.get().visit().getClass().getSimpleName());
        }
    }

    /** A picture of each page that is seen for the first time. */
    private void look(Visit visit) throws InterruptedException {
        if (last.filter(visit::equals).isEmpty()) {
            last = Optional.of(visit);
        }
        finger.settles();
        String page =
                visit.getClass().getSimpleName() + "-" + finger.text("title").orElse("");
        if (titles.add(page)) {
            picture(visit.getClass().getSimpleName());
        }
    }

    private void picture(String name) {
        String file = "%02d-%s.png".formatted(screens.size() + 1, name);
        finger.eye().picture(pictures.resolve(file));
        screens.add(pictures.getFileName() + "/" + file);
    }
}
