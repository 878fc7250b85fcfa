package platform.door;

import java.util.List;

/** A group of addresses and who answers them. */
public interface Desk {
    List<Route> routes();
}
