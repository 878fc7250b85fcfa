package kiosk.desktop.technician.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A technician who answers every question with yes, but for those named, and remembers what was said and shown. */
final class ScriptedGuide implements Guide {
    final List<String> said = new ArrayList<>();
    final List<Exhibit> shown = new ArrayList<>();
    private final Set<String> denied = new HashSet<>();

    ScriptedGuide denying(String key) {
        denied.add(key);
        return this;
    }

    @Override
    public void says(String key, Object... parts) {
        said.add(key);
    }

    @Override
    public void shows(Exhibit exhibit) {
        shown.add(exhibit);
    }

    @Override
    public boolean confirms(String key) {
        said.add(key);
        return !denied.contains(key);
    }
}
