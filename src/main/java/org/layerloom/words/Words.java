package org.layerloom.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one package, in the language of the program: `words.properties` beside its classes, and
/// `words_de.properties` with the same keys.
public final class Words {
    private final String bundle;

    private Words(String bundle) {
        this.bundle = bundle;
    }

    /// The texts of the package that `owner` is in.
    public static Words of(Class<?> owner) {
        return new Words(owner.getPackageName() + ".words");
    }

    /// A text in the language that is the default now.
    ///
    /// @param arguments fill `{0}`, `{1}` of the text
    /// @throws java.util.MissingResourceException where there is no such text
    public String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(bundle).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
