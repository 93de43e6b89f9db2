package org.layerloom.codec.psd;

import java.util.Optional;
import org.layerloom.codec.Origin;
import org.layerloom.codec.PlainXml;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Recipe;

/// The XMP packet: prompt, seed and model of the picture, and of each layer where it was generated.
final class Xmp {
    private Xmp() {}

    static String packet(Document document) {
        StringBuilder xml = new StringBuilder();
        xml.append("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xml.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
        xml.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xml.append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
        xml.append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:layerloom=\"urn:layerloom:1\">\n");
        element(xml, "xmp:CreatorTool", "Layerloom");
        Optional<Recipe> origin = Origin.of(document);
        String prompt = origin.map(Recipe::prompt).orElse(document.prompt());
        xml.append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                .append(PlainXml.escaped(prompt))
                .append("</rdf:li></rdf:Alt></dc:description>\n");
        origin.ifPresentOrElse(recipe -> recipe(xml, recipe), () -> element(xml, "layerloom:prompt", prompt));
        xml.append("<layerloom:layers><rdf:Seq>\n");
        document.allLayers().forEach(layer -> layer(xml, layer));
        xml.append("</rdf:Seq></layerloom:layers>\n");
        xml.append("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return xml.toString();
    }

    private static void layer(StringBuilder xml, Layer layer) {
        layer.props().recipe().ifPresent(recipe -> {
            xml.append("<rdf:li rdf:parseType=\"Resource\">\n");
            element(xml, "layerloom:id", Integer.toString(layer.id().value()));
            element(xml, "layerloom:name", layer.name());
            recipe(xml, recipe);
            xml.append("</rdf:li>\n");
        });
    }

    private static void recipe(StringBuilder xml, Recipe recipe) {
        element(xml, "layerloom:prompt", recipe.prompt());
        element(xml, "layerloom:seed", Long.toString(recipe.seed()));
        element(xml, "layerloom:model", recipe.model());
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>');
        xml.append(PlainXml.escaped(text));
        xml.append("</").append(name).append(">\n");
    }
}
