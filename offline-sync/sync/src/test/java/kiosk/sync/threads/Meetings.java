package kiosk.sync.threads;

import java.util.Arrays;

/** Meetings that are tried in a process of their own, where no other agent changes the classes that the checker changes. */
final class Meetings {
    private Meetings() {}

    /** In how many ways, and the names of the meetings; says how each went, and ends with 1 where one went wrong. */
    public static void main(String[] values) throws ReflectiveOperationException {
        int ways = Integer.parseInt(values[0]);
        for (String name : Arrays.asList(values).subList(1, values.length)) {
            Meeting meeting = Class.forName(name)
                    .asSubclass(Meeting.class)
                    .getDeclaredConstructor()
                    .newInstance();
            try {
                meeting.tried(ways);
                System.out.println(name + " holds");
            } catch (AssertionError wrong) {
                System.out.println(name + " does not hold: " + wrong);
                System.exit(1);
            }
        }
        System.exit(0);
    }
}
