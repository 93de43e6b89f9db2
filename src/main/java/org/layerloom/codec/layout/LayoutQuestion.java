package org.layerloom.codec.layout;

/// What to ask a language model so that its answer holds boxes that [LayoutAnswer] reads.
public final class LayoutQuestion {
    private static final String TEXT = """
            You lay out a design that is made of layers. The page is %d px wide and %d px high.
            The design: %s

            Answer with JSON only, in this form:
            {"width": %d, "height": %d, "regions": [{"x": 0, "y": 0, "width": 0, "height": 0, "prompt": ""}]}

            - One region for each thing, text or decoration of the design, from the lowest layer to the topmost.
            - x and y are a region's left upper corner in px. Regions lie on the page and overlap little.
            - The prompt says in a few words what the region shows; text that is to be read stands in single quotes.
            - No region for the background. At most %d regions.
            """;

    private LayoutQuestion() {}

    /// In English, whatever the language of the program: the model's prompts are.
    ///
    /// @param width  of the page, px
    /// @param height of the page, px
    public static String text(String prompt, int width, int height, int maxBoxes) {
        return TEXT.formatted(width, height, prompt.strip(), width, height, maxBoxes);
    }
}
