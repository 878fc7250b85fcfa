package kiosk.desktop.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.submission.Matter;
import kiosk.visit.AwaitingCard;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.FillingForm;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Identifying;
import kiosk.visit.Informing;
import kiosk.visit.Paying;
import kiosk.visit.PreChecking;
import kiosk.visit.RatingService;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.Submitting;
import kiosk.visit.Visit;

/**
 * The steps a citizen passes, as the step bar names them, and where they are; no names where no step bar is shown.
 *
 * @param at counted from 0
 */
record Steps(List<String> names, int at) {
    static Steps of(Visit visit) {
        String here = nameOf(visit);
        List<String> names = here.isEmpty() ? List.of() : route(visit);
        return names.contains(here) ? new Steps(names, names.indexOf(here)) : new Steps(List.of(), 0);
    }

    private static String nameOf(Visit visit) {
        if (visit instanceof AwaitingCard || visit instanceof Identifying) {
            return "identify";
        }
        if (visit instanceof ChoosingItem) {
            return "choose";
        }
        if (visit instanceof Informing) {
            return "guide";
        }
        if (visit instanceof FillingForm) {
            return "form";
        }
        if (visit instanceof GatheringMaterials) {
            return "materials";
        }
        return nameOfLater(visit);
    }

    private static String nameOfLater(Visit visit) {
        if (visit instanceof Signing) {
            return "sign";
        }
        if (visit instanceof Reviewing || visit instanceof PreChecking) {
            return "review";
        }
        if (visit instanceof Paying) {
            return "pay";
        }
        if (visit instanceof Submitting) {
            return "submit";
        }
        if (visit instanceof Collecting) {
            return "collect";
        }
        return visit instanceof RatingService ? "rate" : "";
    }

    private static List<String> route(Visit visit) {
        List<String> names = new ArrayList<>(List.of("identify", "choose", "guide"));
        Optional<ServiceItem> item = item(visit);
        boolean papers = item.map(it -> it.materials().isEmpty()).orElse(true);
        names.add("form");
        if (!papers || visit instanceof GatheringMaterials) {
            names.add("materials");
        }
        if (item.map(it -> it.kind() == Kind.APPLICATION).orElse(false)) {
            names.add("sign");
        }
        names.add("review");
        if (item.flatMap(ServiceItem::fee).isPresent()) {
            names.add("pay");
        }
        names.addAll(List.of("submit", "collect", "rate"));
        return names;
    }

    private static Optional<ServiceItem> item(Visit visit) {
        if (visit instanceof AwaitingCard awaiting) {
            return awaiting.wanted();
        }
        if (visit instanceof Informing informing) {
            return Optional.of(informing.item());
        }
        if (visit instanceof Collecting collecting) {
            return Optional.of(collecting.handed().item());
        }
        if (visit instanceof RatingService rating) {
            return Optional.of(rating.item());
        }
        return matter(visit).map(Matter::item);
    }

    private static Optional<Matter> matter(Visit visit) {
        if (visit instanceof FillingForm filling) {
            return Optional.of(filling.matter());
        }
        if (visit instanceof GatheringMaterials gathering) {
            return Optional.of(gathering.matter());
        }
        if (visit instanceof Signing signing) {
            return Optional.of(signing.matter());
        }
        if (visit instanceof Reviewing reviewing) {
            return Optional.of(reviewing.matter());
        }
        if (visit instanceof PreChecking checking) {
            return Optional.of(checking.matter());
        }
        if (visit instanceof Paying paying) {
            return Optional.of(paying.matter());
        }
        return visit instanceof Submitting submitting ? Optional.of(submitting.matter()) : Optional.empty();
    }
}
