package org.layerloom.download;

/// What a model may be used for.
///
/// @param name  as its authors call it
/// @param terms what kind of licence it is
/// @param gated whether its place asks for an account, and for consent to the licence, before it gives it out
public record Licence(String name, Terms terms, boolean gated) {
    /// Kinds of licences, by what a designer must know.
    public enum Terms {
        /// Any use.
        PERMISSIVE,
        /// Any use but those that it lists as forbidden.
        USE_RULES,
        /// No commercial use.
        NON_COMMERCIAL,
        /// Its authors do not say.
        UNSTATED
    }
}
