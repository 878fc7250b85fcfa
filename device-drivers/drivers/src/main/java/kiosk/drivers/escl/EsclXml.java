package kiosk.drivers.escl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML document as a scanner sends it. A document type is refused, and with it every entity; nothing is fetched; length, depth and
 * number of elements are bounded. Names are taken without their namespace: devices differ in its version.
 */
final class EsclXml {
    static final int LONGEST = 256 * 1024;
    private static final int MOST_ELEMENTS = 5000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 200;

    private final Element root;

    private EsclXml(Element root) {
        this.root = root;
    }

    /** Reads a document whose root has that name. */
    static EsclXml of(byte[] bytes, String rootName) throws ProtocolException {
        if (bytes.length > LONGEST) {
            throw new ProtocolException("a long document");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            Document document = builder.parse(new ByteArrayInputStream(bytes));
            Element root = document.getDocumentElement();
            if (!rootName.equals(root.getLocalName()) || depth(root) > DEEPEST) {
                throw new ProtocolException("another document");
            }
            return new EsclXml(root);
        } catch (SAXException | ParserConfigurationException noXml) {
            throw new ProtocolException("no XML");
        } catch (ProtocolException other) {
            throw other;
        } catch (IOException broken) {
            throw new ProtocolException("broken XML");
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** Walks without recursion: a document as deep as it is long must not use up the stack. */
    private static int depth(Element root) throws ProtocolException {
        int depth = 1;
        int deepest = 1;
        int elements = 0;
        Node node = root;
        while (true) {
            if (++elements > 4 * MOST_ELEMENTS) {
                throw new ProtocolException("too many elements");
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                deepest = Math.max(deepest, ++depth);
                continue;
            }
            while (node != root && node.getNextSibling() == null) {
                node = node.getParentNode();
                depth--;
            }
            if (node == root) {
                return deepest;
            }
            node = node.getNextSibling();
        }
    }

    /** The text of the first element of that name, short and trimmed. */
    Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    /** The texts of all elements of that name. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = root.getElementsByTagNameNS("*", name);
        for (int i = 0; i < Math.min(found.getLength(), MOST_ELEMENTS); i++) {
            String text = found.item(i).getTextContent().trim();
            texts.add(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        }
        return texts;
    }

    /** The first element of that name, as a document of its own. */
    Optional<EsclXml> part(String name) {
        return root.getElementsByTagNameNS("*", name).item(0) instanceof Element element
                ? Optional.of(new EsclXml(element))
                : Optional.empty();
    }
}
