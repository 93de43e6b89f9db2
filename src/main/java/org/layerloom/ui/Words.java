package org.layerloom.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one package of the window, in the language of the program: `words.properties` beside its classes, and
/// `words_de.properties` with the same keys.
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The texts of the package that `owner` is in, in the language that was the default when this was called.
    public static Words of(Class<?> owner) {
        return new Words(ResourceBundle.getBundle(owner.getPackageName() + ".words"));
    }

    /// @param arguments fill `{0}`, `{1}` of the text
    /// @throws java.util.MissingResourceException where there is no such text
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
