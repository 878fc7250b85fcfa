package kiosk.drivers.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import java.util.List;
import java.util.Optional;

/** The first value of an attribute. Missing, {@code no-value} and {@code unknown} (RFC 8010 section 3.8) are all absence. */
final class IppValues {
    private IppValues() {}

    static <T> Optional<T> first(IppPacket answer, Tag group, AttributeType<T> type) {
        AttributeGroup found = answer.get(group);
        return found == null ? Optional.empty() : first(found, type);
    }

    static <T> Optional<T> first(AttributeGroup group, AttributeType<T> type) {
        return head(group.getValues(type));
    }

    static Optional<String> text(AttributeGroup group, AttributeType<?> type) {
        return head(group.getStrings(type));
    }

    static String text(IppPacket answer, Tag group, AttributeType<?> type) {
        AttributeGroup found = answer.get(group);
        return found == null ? "" : text(found, type).orElse("");
    }

    private static <T> Optional<T> head(List<T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
    }
}
