package kiosk.desktop.technician.board;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as a technician in China writes them. */
public final class Days {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    private Days() {}

    /** Month, day and minute. */
    public static String of(Instant time) {
        return MINUTE.format(time.atZone(CHINA));
    }

    /** The same with the year. */
    public static String whole(Instant time) {
        return WHOLE.format(time.atZone(CHINA));
    }

    static String day(Instant time) {
        return DAY.format(time.atZone(CHINA));
    }
}
