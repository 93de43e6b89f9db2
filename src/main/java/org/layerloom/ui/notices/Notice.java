package org.layerloom.ui.notices;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A part of the program that others made, or its own, and the terms it is under.
///
/// @param version blank where it has none
/// @param licences SPDX names as far as there are such; several to choose from
/// @param what is it for, and whose is it
/// @param link to its makers; may be blank
record Notice(String name, String version, List<String> licences, String what, String link) {

    /// @param line of a list: the five fields in their order with tabs between, several licences with commas
    static Notice parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("a notice has five fields, not " + fields.length + ": " + line);
        }
        return new Notice(fields[0], fields[1], List.of(fields[2].split(", ")), fields[3], fields[4]);
    }

    /// Whether a word, in any case, stands in it.
    boolean has(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(name, version, what, link), licences.stream())
                .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(small));
    }

    String title() {
        return version.isBlank() ? name : name + " " + version;
    }
}
