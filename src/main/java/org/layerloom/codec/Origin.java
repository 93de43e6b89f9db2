package org.layerloom.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Recipe;

/// Where a picture comes from, as files state it: prompt, seed and model.
public final class Origin {
    private Origin() {}

    /// The recipe of the whole picture: that of the lowest generated layer, which is the background where there is
    /// one.
    public static Optional<Recipe> of(Document document) {
        return document.allLayers()
                .map(layer -> layer.props().recipe())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Text chunks of the whole picture; a document without generated layers still tells its prompt.
    public static Map<String, String> text(Document document) {
        return of(document)
                .map(recipe -> text(recipe, document.width(), document.height()))
                .orElseGet(() -> document.prompt().isBlank() ? Map.of() : Map.of("prompt", document.prompt()));
    }

    /// Text chunks of one layer; empty for what was not generated.
    public static Map<String, String> text(Layer layer) {
        return layer.props()
                .recipe()
                .map(recipe ->
                        text(recipe, layer.bounds().width(), layer.bounds().height()))
                .orElse(Map.of());
    }

    /// `parameters` is the line that viewers of generated pictures know; the others say the same one by one.
    private static Map<String, String> text(Recipe recipe, int width, int height) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put(
                "parameters",
                recipe.prompt() + "\nSeed: " + recipe.seed() + ", Size: " + width + "x" + height + ", "
                        + model(recipe.model()));
        text.put("prompt", recipe.prompt());
        text.put("seed", Long.toString(recipe.seed()));
        text.put("model", recipe.model());
        return text;
    }

    private static String model(String model) {
        int at = model.lastIndexOf('@');
        return at < 0
                ? "Model: " + model
                : "Model hash: " + model.substring(at + 1) + ", Model: " + model.substring(0, at);
    }

    /// The recipe that the text chunks of a picture of ours state.
    public static Optional<Recipe> recipe(Map<String, String> text) {
        String model = text.get("model");
        String seed = text.get("seed");
        if (model == null || seed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Recipe(text.getOrDefault("prompt", ""), Long.parseLong(seed), model));
        } catch (NumberFormatException e) {
            return Optional.empty(); // Another program's seed.
        }
    }
}
