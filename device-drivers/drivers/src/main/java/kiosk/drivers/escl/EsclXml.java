package kiosk.drivers.escl;

import java.io.ByteArrayInputStream;
import java.net.ProtocolException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML document as a scanner sends it. A document type is refused, and with it every entity; nothing is fetched; length, depth and
 * number of elements are bounded. Names are taken without their namespace: devices differ in its version.
 */
final class EsclXml {
    static final int LONGEST = 256 * 1024;
    private static final int MOST_ELEMENTS = 5000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 200;

    private final List<Element> elements;

    private EsclXml(List<Element> elements) {
        this.elements = elements;
    }

    /** An element and the text in it. */
    private record Element(String name, StringBuilder text) {}

    /** Reads a document whose root has that name. The JDK's parser lacks the words for some of what may be wrong with a document type. */
    static EsclXml of(byte[] bytes, String rootName) throws ProtocolException {
        if (bytes.length > LONGEST) {
            throw new ProtocolException("a long document");
        }
        try {
            List<Element> elements = elements(factory().createXMLStreamReader(new ByteArrayInputStream(bytes)));
            if (elements.isEmpty() || !elements.get(0).name.equals(rootName)) {
                throw new ProtocolException("another document");
            }
            return new EsclXml(elements);
        } catch (XMLStreamException | MissingResourceException noXml) {
            throw new ProtocolException("no XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static List<Element> elements(XMLStreamReader reader) throws XMLStreamException, ProtocolException {
        List<Element> elements = new ArrayList<>();
        Deque<Element> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = new Element(reader.getLocalName(), new StringBuilder());
                    elements.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(open.peek(), reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new ProtocolException("a document type");
                default -> {
                    // comments and instructions say nothing
                }
            }
            if (elements.size() > MOST_ELEMENTS || open.size() > DEEPEST) {
                throw new ProtocolException("too many elements");
            }
        }
        return elements;
    }

    private static void add(@Nullable Element element, String text) {
        if (element != null && element.text.length() <= LONGEST_TEXT) {
            element.text.append(text, 0, Math.min(text.length(), LONGEST_TEXT));
        }
    }

    /** The text of the first element of that name, short and trimmed. */
    Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    /** The texts of all elements of that name. */
    List<String> texts(String name) {
        return elements.stream()
                .filter(it -> it.name.equals(name))
                .map(it -> it.text.toString().trim())
                .toList();
    }

    /** Whether there is an element of that name. */
    boolean has(String name) {
        return elements.stream().anyMatch(it -> it.name.equals(name));
    }
}
