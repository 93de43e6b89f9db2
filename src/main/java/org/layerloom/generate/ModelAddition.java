package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.words.Words;

/// What lies with models and is none itself: it changes one, or steers it.
///
/// @param place a file; of a ControlNet its folder
/// @param bases the models that it is for; none = the file does not show it
/// @param licence as the file says; empty = it does not
/// @param problem why it cannot be used as it is
public record ModelAddition(Path place, Kind kind, Set<BaseModel> bases, String licence, Problem problem) {
    private static final Words WORDS = Words.of(ModelAddition.class);

    /// What it is.
    public enum Kind {
        /// Small changes to weights, as artists share them.
        LORA,
        /// What of LayerDiffuse is merged into a model.
        LAYER_PATCH,
        /// What of LayerDiffuse turns latents into transparent layers, or back.
        TRANSPARENCY,
        /// Steers a model by a picture.
        CONTROL_NET,
        /// A file of weights that cannot be read.
        DAMAGED
    }

    /// What stands in the way of using it.
    public enum Problem {
        NONE,
        /// A LoRA whose changes are written in another way.
        OTHER_CHANGES,
        /// A ControlNet whose folder's name does not say what its pictures are.
        UNNAMED_CONTROL,
        /// A ControlNet without its config.
        BARE_CONTROL,
        /// It lies where files of its kind are not looked for.
        ASIDE,
        /// It is broken, or not whole.
        BROKEN
    }

    /// The kinds of models that there are additions for.
    public enum BaseModel {
        SD15("Stable Diffusion 1.5"),
        SD2("Stable Diffusion 2"),
        SDXL("Stable Diffusion XL"),
        FLUX("FLUX.1");

        private final String title;

        BaseModel(String title) {
            this.title = title;
        }

        /// Whether a model is of this kind.
        boolean isOf(Abilities abilities) {
            return switch (this) {
                case SD15 -> abilities.family() == ModelFamily.LAYER_DIFFUSE_SD15;
                case SD2 -> false;
                case SDXL -> abilities.family() == ModelFamily.LAYER_DIFFUSE_SDXL;
                case FLUX -> abilities.family() == ModelFamily.ART && abilities.loras();
            };
        }
    }

    public ModelAddition {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(problem);
        bases = Set.copyOf(bases);
    }

    /// One that shows in its file what it is for, and that can be used.
    public ModelAddition(Path place, Kind kind, Set<BaseModel> bases) {
        this(place, kind, bases, "", Problem.NONE);
    }

    public ModelAddition withLicence(String said) {
        return new ModelAddition(place, kind, bases, said, problem);
    }

    public ModelAddition withProblem(Problem why) {
        return new ModelAddition(place, kind, bases, licence, why);
    }

    /// Its name, as it is called on the disk.
    public String name() {
        return place.getFileName().toString();
    }

    /// What it is and for which models, in words.
    public String about() {
        String what = WORDS.text("kind." + kind);
        return kind == Kind.DAMAGED ? what : WORDS.text("about", what, baseTitles());
    }

    private String baseTitles() {
        return bases.isEmpty()
                ? WORDS.text("base.unsaid")
                : Arrays.stream(BaseModel.values())
                        .filter(bases::contains)
                        .map(base -> base.title)
                        .collect(Collectors.joining(", "));
    }

    /// What its licence is, in a sentence.
    public String terms() {
        return licence.isEmpty() ? WORDS.text("licence.unsaid") : WORDS.text("licence", licence);
    }

    /// What is needed before it can be used, in a sentence; empty where nothing is.
    ///
    /// @param models those at hand
    public String lack(Collection<ModelEntry> models) {
        if (problem != Problem.NONE) {
            return WORDS.text("problem." + problem);
        }
        if (bases.isEmpty() || models.stream().anyMatch(model -> fits(model.abilities()))) {
            return "";
        }
        boolean known = EnumSet.complementOf(EnumSet.of(BaseModel.SD2)).stream().anyMatch(bases::contains);
        return WORDS.text(known ? "lack.model" : "lack.unsupported", baseTitles());
    }

    private boolean fits(Abilities abilities) {
        return bases.stream().anyMatch(base -> base.isOf(abilities));
    }

    /// Where it is chosen, in a sentence; empty where it serves without being chosen.
    public String use() {
        return switch (kind) {
            case LORA -> WORDS.text("use.lora");
            case CONTROL_NET -> WORDS.text("use.control");
            case LAYER_PATCH, TRANSPARENCY -> WORDS.text("use.layer");
            case DAMAGED -> "";
        };
    }
}
