package org.layerloom.codec.ora;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.layerloom.words.Words;

/// The attributes of the element that a reader stands on. What is no number where one is due is noted and counts as
/// not there.
final class Attributes {
    private static final Words WORDS = Words.of(Attributes.class);
    /// Farther off no layer lies.
    static final int FARTHEST = 1 << 24;

    private final XMLStreamReader xml;
    private final List<String> notes;

    Attributes(XMLStreamReader xml, List<String> notes) {
        this.xml = xml;
        this.notes = notes;
    }

    /// One of no namespace.
    Optional<String> text(String name) {
        return Optional.ofNullable(xml.getAttributeValue("", name));
    }

    /// One of our own namespace.
    Optional<String> ours(String name) {
        return Optional.ofNullable(xml.getAttributeValue(StackWriter.OURS, name));
    }

    boolean is(String name, String value) {
        return text(name).map(String::strip).filter(value::equalsIgnoreCase).isPresent();
    }

    /// Finite.
    double number(String name, double otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.get().strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        notes.add(WORDS.text("no.number", name, text.get()));
        return otherwise;
    }

    /// Rounded, at most `FARTHEST` away from 0.
    int whole(String name, int otherwise) {
        return (int) Math.clamp(Math.round(number(name, otherwise)), -FARTHEST, FARTHEST);
    }
}
