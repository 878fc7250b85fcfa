package kiosk.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Department;
import kiosk.catalogue.Field;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.Region;
import kiosk.catalogue.Rule;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;

/** Items of every kind, shaped like those a terminal ships with. */
public final class Items {
    /** An application that is queued while the line is down, with conditional papers. */
    public static final ServiceItem CARE = ItemDraft.of(
                    "medical-insurance.care", Department.MEDICAL_INSURANCE, Kind.APPLICATION, OfflineRule.QUEUE)
            .fixes("name", new Field.FreeText(50), Prefill.CARD_NAME)
            .fixes("number", new Field.CitizenNumber(), Prefill.CARD_NUMBER)
            .fills("phone", new Field.Phone(), Prefill.PLATFORM_PHONE)
            .asks("type", ItemDraft.choice("resident", "referral", "visit"))
            .asksWhen("until", new Field.Day(0, 365), ItemDraft.when("type", "referral", "visit"))
            .needsPaper("permit", Optional.of("residence-permit"), ItemDraft.when("type", "resident"))
            .needsPaper("referral", Optional.empty(), ItemDraft.when("type", "referral"))
            .with(new Rule.CardInForce(ItemDraft.text("请先换领证件")))
            .item();

    /** A certificate that is asked for now and collected later while the line is down. */
    public static final ServiceItem PROOF = ItemDraft.of(
                    "social-security.proof", Department.SOCIAL_SECURITY, Kind.CERTIFICATE, OfflineRule.REQUEST)
            .asks("period", new Field.MonthRange(120))
            .item();

    /** A certificate that is not offered while the line is down. */
    public static final ServiceItem TAX_RECORD = ItemDraft.of(
                    "tax.record", Department.TAX, Kind.CERTIFICATE, OfflineRule.NEVER)
            .asks("period", new Field.MonthRange(36))
            .item();

    /** A payment. */
    public static final ServiceItem FEE = ItemDraft.of("tax.fee", Department.TAX, Kind.PAYMENT, OfflineRule.NEVER)
            .asks("grade", ItemDraft.choice("low", "high"))
            .costs("grade", Map.of("low", 20_000L, "high", 40_000L))
            .item();

    /** An item this terminal cannot finish: it compares the face. */
    public static final ServiceItem FACE = ItemDraft.of(
                    "public-security.face", Department.PUBLIC_SECURITY, Kind.APPLICATION, OfflineRule.QUEUE)
            .face()
            .item();

    public static final Region BEIJING = new Region("110000", ItemDraft.text("北京市"), List.of());
    public static final Region SUZHOU = new Region("320500", ItemDraft.text("苏州市"), List.of());
    public static final Region JIANGSU = new Region("320000", ItemDraft.text("江苏省"), List.of(SUZHOU));

    public static final Catalogue CATALOGUE =
            new Catalogue(List.of(CARE, PROOF, TAX_RECORD, FEE, FACE), List.of(BEIJING, JIANGSU));

    private Items() {}
}
