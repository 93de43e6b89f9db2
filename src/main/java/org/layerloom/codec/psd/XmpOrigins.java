package org.layerloom.codec.psd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.layerloom.codec.PlainXml;
import org.layerloom.document.Recipe;

/// What the XMP packet of a file that we wrote says: the picture's prompt, and the recipes of layers by their
/// `lyid`. Packets of other programs, and damaged ones, say nothing.
record XmpOrigins(String prompt, Map<Integer, Recipe> layers) {
    static final XmpOrigins NONE = new XmpOrigins("", Map.of());

    private static final String OURS = "urn:layerloom:1";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    static XmpOrigins read(byte[] packet) {
        try {
            return read(PlainXml.reader(packet));
        } catch (XMLStreamException e) {
            return NONE;
        }
    }

    private static XmpOrigins read(XMLStreamReader xml) throws XMLStreamException {
        Map<Integer, Recipe> layers = new HashMap<>();
        Map<String, String> whole = new HashMap<>();
        Map<String, String> fields = whole;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && isLayer(xml)) {
                fields = new HashMap<>();
            } else if (event == XMLStreamReader.START_ELEMENT && isField(xml)) {
                fields.put(xml.getLocalName(), xml.getElementText());
            } else if (event == XMLStreamReader.END_ELEMENT && fields != whole && isListItem(xml)) {
                Optional<Recipe> recipe = recipe(fields);
                Optional<Long> id = number(fields.get("id"));
                if (recipe.isPresent() && id.isPresent()) {
                    layers.put(id.get().intValue(), recipe.get());
                }
                fields = whole;
            }
        }
        return new XmpOrigins(whole.getOrDefault("prompt", ""), layers);
    }

    private static boolean isListItem(XMLStreamReader xml) {
        return RDF.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("li");
    }

    private static boolean isLayer(XMLStreamReader xml) {
        return isListItem(xml) && "Resource".equals(xml.getAttributeValue(RDF, "parseType"));
    }

    private static boolean isField(XMLStreamReader xml) {
        return OURS.equals(xml.getNamespaceURI()) && !xml.getLocalName().equals("layers");
    }

    private static Optional<Recipe> recipe(Map<String, String> fields) {
        String prompt = fields.get("prompt");
        String model = fields.get("model");
        return prompt == null || model == null
                ? Optional.empty()
                : number(fields.get("seed")).map(seed -> new Recipe(prompt, seed, model));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // null, too
        }
    }
}
