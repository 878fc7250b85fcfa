package platform.server;

import java.util.List;

/** A group of addresses and who answers them. */
interface Desk {
    List<Route> routes();
}
