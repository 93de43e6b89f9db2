package org.layerloom.codec;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/// XML of files that nobody vouches for: without DTD, entities of its own and anything fetched from elsewhere.
public final class PlainXml {
    private PlainXml() {}

    /// Deeper than any format of ours nests; the JDK's own limit is lower.
    private static final int MAX_DEPTH = 256;

    /// Reads UTF-8, or UTF-16 with a byte order mark, whatever the declaration says. A DTD ends the reading.
    public static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        return new StreamReaderDelegate(parser(content)) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == DTD) {
                    throw new XMLStreamException("a DTD", getLocation());
                }
                return event;
            }
        };
    }

    /// The same for formats whose files name a DTD by custom: it is passed over.
    public static XMLEventReader events(byte[] content) throws XMLStreamException {
        return factory().createXMLEventReader(parser(content));
    }

    private static XMLStreamReader parser(byte[] content) throws XMLStreamException {
        // As text: given bytes, the parser complains of broken letters on the terminal.
        return factory().createXMLStreamReader(new StringReader(text(content)));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
        return factory;
    }

    private static String text(byte[] content) {
        boolean wide = content.length > 1 && (content[0] & content[1] & 0xff) == 0xfe;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(content, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /// Text as it stands in an attribute or between tags; what XML cannot hold becomes a replacement character.
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xfffd);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff;
    }
}
