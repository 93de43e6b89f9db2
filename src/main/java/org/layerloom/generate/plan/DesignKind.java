package org.layerloom.generate.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerloom.generate.PromptReader;

/// What kind of design a prompt asks for, and where lettering goes in it. The first kind that is named counts.
public enum DesignKind {
    STICKERS("stickers?|sticker sheet|sheet of stickers|emojis?|icon set|set of (?:\\w+ )?icons", Lettering.AMONG),
    INVITATION("invitations?|invite|save the date|announcement|certificate", Lettering.MIDDLE),
    MENU("menu|price list|programme|schedule", Lettering.COLUMN),
    SLIDE("slides?|presentation|infographic", Lettering.COLUMN),
    BANNER("banner|header|billboard|leaderboard|facebook cover", Lettering.SIDE),
    CARD("(?:greeting |birthday |christmas |thank[- ]you )?card|postcard|polaroid", Lettering.FOOT),
    POSTER("poster|flyer|flier|leaflet|cover|ad|advertisement|post|story|brochure", Lettering.ENDS),
    /// No kind is named.
    PAGE("", Lettering.ENDS);

    /// Where lettering goes.
    enum Lettering {
        /// The first line on top, the second at the foot, and so on.
        ENDS,
        /// The first line at the foot, the second on top, and so on.
        FOOT,
        /// All lines in the middle, things above and below.
        MIDDLE,
        /// The first line on top, the others down the left half.
        COLUMN,
        /// All lines down the left half.
        SIDE,
        /// In the grid of things.
        AMONG
    }

    private final Pattern words;
    private final Lettering lettering;

    DesignKind(String words, Lettering lettering) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b");
        this.lettering = lettering;
    }

    Lettering lettering() {
        return lettering;
    }

    /// The kind that a prompt names; what stands in quotation marks names none.
    public static DesignKind of(String prompt) {
        String bare = PromptReader.unquoted(prompt).toLowerCase(Locale.ROOT);
        DesignKind first = PAGE;
        int at = Integer.MAX_VALUE;
        for (DesignKind kind : values()) {
            Matcher found = kind.words.matcher(bare);
            if (kind != PAGE && found.find() && found.start() < at) {
                first = kind;
                at = found.start();
            }
        }
        return first;
    }
}
