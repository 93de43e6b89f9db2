package org.layerloom.ui;

import java.util.OptionalDouble;

/// Reads what a number field takes: a number, or a sum like `1024/3` or `(80 + 20) * 2`.
final class Arithmetic {
    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text;
    }

    /// The value of `text`; empty where it is no sum, or divides by nothing.
    static OptionalDouble value(String text) {
        Arithmetic reader = new Arithmetic(text.replace(" ", "").replace(',', '.'));
        double value = reader.sum();
        return reader.at == reader.text.length() && Double.isFinite(value)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    private double sum() {
        double value = product();
        while (true) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = factor();
        while (true) {
            if (take('*')) {
                value *= factor();
            } else if (take('/')) {
                value /= factor();
            } else {
                return value;
            }
        }
    }

    /// Not a number where the text has none here: it spoils the whole, which is how a mistake shows.
    private double factor() {
        if (take('-')) {
            return -factor();
        }
        if (take('(')) {
            double value = sum();
            return take(')') ? value : Double.NaN;
        }
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return number(text.substring(start, at));
    }

    private static double number(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private boolean take(char sign) {
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }
}
