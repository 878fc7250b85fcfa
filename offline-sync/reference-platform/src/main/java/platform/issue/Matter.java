package platform.issue;

import java.util.Map;
import platform.item.Item;
import platform.people.Person;

/** What a document is made of: whose it is, what was asked for, when, what was paid. */
record Matter(
        String id,
        String caseNumber,
        Item item,
        Person holder,
        Map<String, String> values,
        long amountFen,
        String acceptedAt) {

    String value(String field, String otherwise) {
        return values.getOrDefault(field, otherwise);
    }

    @Override
    public String toString() {
        return "Matter[" + id + "]";
    }
}
