package platform.fleet;

import java.util.SplittableRandom;

/** How a terminal waits. */
interface Policy {
    double MOST = 300;

    String zh();

    String en();

    /** Seconds to wait after so many failures in a row; {@code retryAfter} is what the platform said, 0 if nothing. */
    double pause(int failures, double retryAfter, SplittableRandom chance);

    /** Whether it asks for a slot first. */
    default boolean saysHello() {
        return false;
    }

    /** Whether what the platform says is heard. */
    default boolean obeysRetryAfter() {
        return false;
    }

    /** Whether the platform turns away what it has no room for. */
    default boolean isShed() {
        return true;
    }

    /** Full jitter: evenly from 0 to 2^n seconds, at most 300. */
    static double fullJitter(int failures, SplittableRandom chance) {
        return chance.nextDouble() * Math.min(MOST, Math.pow(2, failures));
    }

    /** Again every second, whatever the platform says. */
    record EverySecond(boolean isShed) implements Policy {
        @Override
        public String zh() {
            return isShed ? "固定 1 秒重试，平台拒收" : "固定 1 秒重试，队列无界";
        }

        @Override
        public String en() {
            return isShed ? "fixed 1 s, shed" : "fixed 1 s, unbounded queue";
        }

        @Override
        public double pause(int failures, double retryAfter, SplittableRandom chance) {
            return 1;
        }
    }

    /** Twice as long each time, all in step. */
    record WithoutJitter() implements Policy {
        @Override
        public String zh() {
            return "指数退避，无抖动";
        }

        @Override
        public String en() {
            return "exponential, no jitter";
        }

        @Override
        public double pause(int failures, double retryAfter, SplittableRandom chance) {
            return Math.min(MOST, Math.pow(2, failures - 1.0));
        }
    }

    /** Full jitter, deaf to what the platform says. */
    record FullJitter(boolean isShed) implements Policy {
        @Override
        public String zh() {
            return isShed ? "全抖动 1–300 秒，平台拒收" : "全抖动 1–300 秒，队列无界";
        }

        @Override
        public String en() {
            return isShed ? "full jitter, shed" : "full jitter, unbounded queue";
        }

        @Override
        public double pause(int failures, double retryAfter, SplittableRandom chance) {
            return fullJitter(failures, chance);
        }
    }

    /** Retry-After and up to half as much again, full jitter where nothing was said. */
    record ObeysRetryAfter() implements Policy {
        @Override
        public String zh() {
            return "遵守 Retry-After + 全抖动";
        }

        @Override
        public String en() {
            return "Retry-After + full jitter";
        }

        @Override
        public double pause(int failures, double retryAfter, SplittableRandom chance) {
            return retryAfter > 0 ? retryAfter * (1 + chance.nextDouble() / 2) : fullJitter(failures, chance);
        }

        @Override
        public boolean obeysRetryAfter() {
            return true;
        }
    }

    /** What PLATFORM-API.md, section 12 says: hello and a slot; Retry-After and full jitter besides. */
    record TakesSlots() implements Policy {
        @Override
        public String zh() {
            return "平台分配时段（本项目）";
        }

        @Override
        public String en() {
            return "slots of the platform (ours)";
        }

        @Override
        public double pause(int failures, double retryAfter, SplittableRandom chance) {
            return new ObeysRetryAfter().pause(failures, retryAfter, chance);
        }

        @Override
        public boolean obeysRetryAfter() {
            return true;
        }

        @Override
        public boolean saysHello() {
            return true;
        }
    }
}
