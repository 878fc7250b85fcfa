package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import kiosk.platform.Order;
import kiosk.submission.SubmissionId;
import kiosk.sync.wire.Json.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final SubmissionId ID = SubmissionId.create(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t\\n", "\\u3000"})
    void aCodeThatWouldBeAnEmptySquareIsNone(String code) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> order("open", code));
    }

    @Test
    void onlyAnOpenOrderNeedsItsCode() throws Exception {
        assertThat(order("open", "wx://pay")).isEqualTo(new Order("wx://pay", Order.State.OPEN));
        assertThat(order("paid", "")).isEqualTo(new Order("", Order.State.PAID));
    }

    private static Order order(String state, String code) throws Malformed {
        String body = "{\"id\": \"" + ID + "\", \"state\": \"" + state + "\", \"code\": \"" + code + "\"}";
        return Orders.order(ID, Json.parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}
