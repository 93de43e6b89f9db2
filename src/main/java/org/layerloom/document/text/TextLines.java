package org.layerloom.document.text;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextHitInfo;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Text;

/// A text laid out: where its lines, its letters and the caret are, in document px. The same on every screen.
public final class TextLines {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Text text;
    private final List<Line> lines = new ArrayList<>();
    private final double ascent;
    private final double descent;

    /// @param start index of the line's first character in the whole text
    /// @param layout empty for an empty line
    private record Line(int start, int length, Optional<TextLayout> layout, double x, double baseline) {
        double advance() {
            return layout.map(l -> (double) l.getAdvance()).orElse(0.0);
        }

        /// Way from the line's left end to a place between two characters.
        double caret(int index) {
            return layout.map(l -> (double) l.getCaretInfo(hit(index))[0]).orElse(0.0);
        }

        private TextHitInfo hit(int index) {
            return index < length ? TextHitInfo.leading(index) : TextHitInfo.trailing(length - 1);
        }
    }

    /// Where the caret stands.
    ///
    /// @param x document px
    public record Caret(double x, double top, double bottom) {}

    public TextLines(Text text) {
        this.text = text;
        Font font =
                Typeface.of(text.family(), text.bold(), text.italic()).font().deriveFont((float) text.size());
        ascent = font.getLineMetrics("x", CONTEXT).getAscent();
        descent = font.getLineMetrics("x", CONTEXT).getDescent();
        int start = 0;
        for (String content : text.content().split("\n", -1)) {
            lines.add(line(content, start, font));
            start += content.length() + 1;
        }
    }

    private Line line(String content, int start, Font font) {
        Optional<TextLayout> layout = content.isEmpty()
                ? Optional.empty()
                : Optional.of(new TextLayout(runs(content, font).getIterator(), CONTEXT));
        double advance = layout.map(l -> (double) l.getAdvance()).orElse(0.0);
        double x = switch (text.align()) {
            case LEFT -> text.x();
            case CENTER -> text.x() - advance / 2;
            case RIGHT -> text.x() - advance;
        };
        return new Line(start, content.length(), layout, x, text.y() + lines.size() * text.size() * text.leading());
    }

    /// Characters that the font lacks are set in whatever the system has for them.
    private static AttributedString runs(String content, Font font) {
        AttributedString runs = new AttributedString(content);
        runs.addAttribute(TextAttribute.FONT, font);
        Font other = new Font(Font.SANS_SERIF, font.getStyle(), 1).deriveFont(font.getSize2D());
        int from = 0;
        while (from < content.length()) {
            int lacking = font.canDisplayUpTo(content.substring(from));
            if (lacking < 0) {
                break;
            }
            int at = from + lacking;
            from = at + Character.charCount(content.codePointAt(at));
            runs.addAttribute(TextAttribute.FONT, other, at, from);
        }
        return runs;
    }

    /// The outlines of all letters.
    Shape outline() {
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Line line : lines) {
            AffineTransform place = AffineTransform.getTranslateInstance(line.x, line.baseline);
            line.layout.ifPresent(layout -> all.append(layout.getOutline(place), false));
        }
        return all;
    }

    /// The place of the caret before the character `index`, or after the last.
    public Caret caret(int index) {
        Line line = lineOf(index);
        return new Caret(
                line.x + line.caret(Math.clamp(index - line.start, 0, line.length)),
                line.baseline - ascent,
                line.baseline + descent);
    }

    /// Where a click puts the caret.
    public int indexAt(double x, double y) {
        Line nearest = lines.getFirst();
        for (Line line : lines) {
            if (y >= line.baseline - text.size() * text.leading() * 0.75) {
                nearest = line;
            }
        }
        Line line = nearest;
        return line.start
                + line.layout
                        .map(layout ->
                                layout.hitTestChar((float) (x - line.x), 0).getInsertionIndex())
                        .orElse(0);
    }

    /// What a selection of characters covers: a rectangle a line.
    public List<Rectangle2D> selection(int from, int to) {
        List<Rectangle2D> areas = new ArrayList<>();
        for (Line line : lines) {
            int first = Math.max(from, line.start);
            int last = Math.min(to, line.start + line.length);
            if (first < last) {
                double a = line.caret(first - line.start);
                double b = line.caret(last - line.start);
                areas.add(new Rectangle2D.Double(
                        line.x + Math.min(a, b), line.baseline - ascent, Math.abs(b - a), ascent + descent));
            }
        }
        return areas;
    }

    /// The room that the lines take, whether or not there are letters in them.
    public Rectangle2D bounds() {
        Rectangle2D all = null;
        for (Line line : lines) {
            Rectangle2D room = new Rectangle2D.Double(line.x, line.baseline - ascent, line.advance(), ascent + descent);
            all = all == null ? room : all.createUnion(room);
        }
        return all;
    }

    private Line lineOf(int index) {
        Line found = lines.getFirst();
        for (Line line : lines) {
            if (line.start <= index) {
                found = line;
            }
        }
        return found;
    }
}
