package org.layerloom.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.generate.GenerateResult;

/// A result as it comes from the server; pictures are named by their place among those that follow.
///
/// @param pictures how many follow
record ResultMessage(
        Integer background,
        Integer blend,
        List<Layer> layers,
        int merged,
        Recipe recipe,
        List<String> notes,
        int pictures) {
    /// A made layer.
    record Layer(int layer, String name, int x, int y, int picture, Recipe recipe) {}

    /// @param further what the user should know beside the result's own notes
    static ResultMessage of(GenerateResult result, Optional<String> further, Pictures pictures) {
        Integer background = pictures.add(result.background());
        Integer blend = pictures.add(result.blend());
        List<Layer> layers = result.layers().stream()
                .map(made -> new Layer(
                        made.layer().value(),
                        made.name(),
                        made.x(),
                        made.y(),
                        pictures.add(made.raster()),
                        made.recipe()))
                .toList();
        int merged = pictures.add(result.merged());
        List<String> notes = new ArrayList<>(result.notes());
        further.ifPresent(notes::add);
        return new ResultMessage(
                background,
                blend,
                layers,
                merged,
                result.recipe(),
                notes,
                pictures.all().size());
    }

    GenerateResult result(List<Raster> given) {
        return new GenerateResult(
                Pictures.find(given, background),
                Pictures.find(given, blend),
                layers.stream()
                        .map(made -> new GenerateResult.Made(
                                new LayerId(made.layer),
                                made.name,
                                made.x,
                                made.y,
                                given.get(made.picture),
                                made.recipe))
                        .toList(),
                given.get(merged),
                recipe,
                notes);
    }
}
