package org.layerloom.ui.models;

import java.util.Arrays;
import java.util.Locale;

/// What is typed into the search of a list: a row is shown where each of its words is somewhere in it.
record Search(String typed) {
    boolean finds(String... texts) {
        String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }
}
