package org.layerloom.ui.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutReader;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.ui.tools.CropPreset;
import org.layerloom.ui.tools.CropShape;
import org.layerloom.words.Words;

/// The templates that come with the program, most asked for first.
public final class Templates {
    private static final List<String> IDS = List.of(
            "invitation",
            "poster",
            "square-post",
            "banner",
            "sticker-sheet",
            "story",
            "menu",
            "flyer",
            "greeting-card",
            "business-card",
            "slide",
            "book-cover");

    private Templates() {}

    public static List<Template> all() {
        return first(IDS.size());
    }

    /// The first of them, as many as are asked for.
    public static List<Template> first(int most) {
        return IDS.stream().limit(most).map(Templates::read).toList();
    }

    /// Their sizes, for crops.
    public static List<CropPreset> sizes() {
        return all().stream()
                .map(template -> new CropPreset(
                        template.name() + ", " + template.size(),
                        CropShape.size(
                                template.document().width(), template.document().height())))
                .toList();
    }

    private static Template read(String id) {
        try (InputStream in = Templates.class.getResourceAsStream(id + ".json")) {
            Layout layout = LayoutReader.read(in, GenerateRequest.MAX_BOXES);
            return new Template(id, Words.of(Templates.class).text(id), layout.toDocument(layout.prompt()));
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + id + " cannot be read", e);
        }
    }
}
