package kiosk;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Region;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Text;
import kiosk.device.Receipt;
import kiosk.identity.CardImprint;
import kiosk.identity.CitizenId;
import kiosk.identity.Pin;
import kiosk.identity.Sex;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import kiosk.twin.People;

/** Builds a record of any type, with the mark of a person wherever a text may stand. */
final class Specimen {
    static final String MARK = "张标记";
    static final String NUMBER = People.ZHANG;

    /** A record without a mask, to prove the test. */
    record Naked(String name) {}

    /** Parts that hold a key of the catalogue, a number or a code of ours, never a citizen's word. */
    private static final Set<String> KEYS = Set.of(
            "AskPreCheck.item",
            "Bound.material",
            "CaseReceipt.caseNumber",
            "Certificate.kind",
            "CertificateChosen.material",
            "CertificatesFound.byMaterial",
            "Challenge.process",
            "Challenge.source",
            "Collectable.item",
            "Consent.version",
            "Doubt.material",
            "Draft.item",
            "Draft.reached",
            "DraftUnwanted.item",
            "DraftWanted.item",
            "Feed.material",
            "FieldFilled.field",
            "FillingForm.reached",
            "FindCertificates.kindByMaterial",
            "ForgetDraft.item",
            "GatheringMaterials.onFile",
            "Job.name",
            "MaterialDropped.material",
            "OnFile.material",
            "PageDropped.material",
            "PageIn.material",
            "Patience.steps",
            "PrefillFound.item",
            "Problem.field",
            "Rating.reasons",
            "RatingGiven.reasons",
            "Scan.material",
            "ScanAsked.material",
            "Scans.material",
            "SocialCard.version",
            "Unfit.code",
            "Waiting.item",
            "Waiting.state");

    private static final Map<Class<?>, Object> GIVEN = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(double.class, 0.5),
            Map.entry(boolean.class, true),
            Map.entry(byte[].class, new byte[1]),
            Map.entry(UUID.class, new UUID(7, 7)),
            Map.entry(Clock.class, Clock.systemUTC()),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(LocalDateTime.class, LocalDateTime.MIN),
            Map.entry(Enum.class, Sex.MALE),
            Map.entry(OptionalInt.class, OptionalInt.empty()),
            Map.entry(Text.class, ItemDraft.text("words")),
            Map.entry(Region.class, Items.BEIJING),
            Map.entry(ServiceItem.class, Items.CARE),
            Map.entry(Catalogue.class, Items.CATALOGUE),
            Map.entry(CitizenId.class, new CitizenId(NUMBER)),
            Map.entry(CardImprint.class, CardImprint.of(List.of(new byte[1]))),
            Map.entry(Pin.class, new Pin("135790".toCharArray())),
            Map.entry(SubmissionNumber.class, SubmissionNumber.of("K001", LocalDate.EPOCH, 1)),
            Map.entry(Receipt.Picture.class, new Receipt.Picture(8, 1, new byte[1])));

    private Specimen() {}

    static Object of(Class<?> record) {
        Object given = GIVEN.get(record);
        if (given != null) {
            return given;
        }
        RecordComponent[] parts = record.getRecordComponents();
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts)
                    .map(it -> value(it.getGenericType(), textFor(record, it)))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + record.getName(), e);
        }
    }

    private static String textFor(Class<?> record, RecordComponent part) {
        return KEYS.contains(record.getSimpleName() + "." + part.getName()) ? "key" : MARK;
    }

    private static Object value(Type type, String text) {
        if (type instanceof ParameterizedType parameterized) {
            return generic(parameterized, text);
        }
        if (type instanceof TypeVariable<?> || type == String.class) {
            return text;
        }
        return type instanceof Class<?> plain ? plain(plain) : "?";
    }

    private static Object generic(ParameterizedType type, String text) {
        Type first = type.getActualTypeArguments()[0];
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return Optional.of(value(first, text));
        }
        if (raw == List.class) {
            return List.of(value(first, text));
        }
        if (raw == Set.class) {
            return Set.of(value(first, text));
        }
        if (raw == Map.class) {
            return Map.of(value(first, text), value(type.getActualTypeArguments()[1], text));
        }
        return plain(raw);
    }

    private static Object plain(Class<?> type) {
        Object given = GIVEN.get(type);
        if (given != null) {
            return given;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return plain(type.getPermittedSubclasses()[0]);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> method.getName());
        }
        return type.isRecord() ? of(type) : null;
    }
}
