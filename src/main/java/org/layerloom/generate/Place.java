package org.layerloom.generate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where on the page a prompt says that a thing is: "in the top left corner", "on the right".
public enum Place {
    TOP_LEFT(0, 0),
    TOP(0.5, 0),
    TOP_RIGHT(1, 0),
    LEFT(0, 0.5),
    MIDDLE(0.5, 0.5),
    RIGHT(1, 0.5),
    BOTTOM_LEFT(0, 1),
    BOTTOM(0.5, 1),
    BOTTOM_RIGHT(1, 1),
    /// Some corner or other, or all of them.
    CORNER(1, 0);

    private static final String SIDE =
            "(?:top|upper|bottom|lower|left|right|middle|cent(?:er|re)|(?:left|right)[- ]hand|corners?|sides?|edges?|foot|head)";

    private static final String WORDS =
            "(?:in|at|on|to|along|near|across)\\s+(?:(?:the|each|every|all|both|its|a|one)\\s+)?(?:(?:four|two|very|far)\\s+)?"
                    + SIDE + "(?:[-\\s]+" + SIDE + ")*(?:\\s+(?:half|third|part|area))?"
                    + "(?:\\s+of\\s+(?:the|it|each)(?:\\s+(?:page|poster|card|picture|sheet|slide|banner|menu|design|image))?)?";

    /// A place at a phrase's end.
    static final Pattern ENDING = Pattern.compile(
            "\\s+(?:(?:placed|positioned|centered|standing|sitting)\\s+)?(?<words>" + WORDS + ")$",
            Pattern.CASE_INSENSITIVE);

    /// A place before a thing.
    static final Pattern LEADING = Pattern.compile("^" + WORDS + "\\s+", Pattern.CASE_INSENSITIVE);

    /// What is no thing, but the rest of a place: "on the left and right".
    static final Pattern ALONE = Pattern.compile(
            "^(?:" + WORDS + "|(?:the\\s+)?(?:top|bottom|left|right)(?:\\s+side)?)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED = Pattern.compile("\\b" + WORDS + "\\b", Pattern.CASE_INSENSITIVE);

    private final double across;
    private final double down;

    Place(double across, double down) {
        this.across = across;
        this.down = down;
    }

    /// The place that some words name, if they name one.
    public static Optional<Place> in(String words) {
        Matcher named = NAMED.matcher(words);
        return named.find() ? Optional.of(of(named.group().toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    private static Place of(String words) {
        boolean left = words.contains("left");
        boolean right = words.contains("right");
        int across = left == right ? 1 : left ? 0 : 2;
        boolean top = PromptReader.words("top|upper|head").matcher(words).find();
        boolean bottom = PromptReader.words("bottom|lower|foot").matcher(words).find();
        int down = top == bottom ? 1 : top ? 0 : 2;
        boolean corner = words.contains("corner");
        return corner && (across == 1 || down == 1) ? CORNER : values()[3 * down + across];
    }

    /// 0 = at the left edge, 1 = at the right.
    public double across() {
        return across;
    }

    /// 0 = at the top, 1 = at the foot.
    public double down() {
        return down;
    }

    public boolean isCorner() {
        return across != 0.5 && down != 0.5;
    }
}
