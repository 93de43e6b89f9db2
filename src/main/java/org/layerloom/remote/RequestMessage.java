package org.layerloom.remote;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Start;
import org.layerloom.generate.Target;
import org.layerloom.generate.Tuning;
import org.layerloom.generate.WeightForm;

/// A request as it goes to the server: what stands in it as a picture is the picture's place among those that follow;
/// null is what the model does by itself. The device is the server's matter.
///
/// @param model the server's id of it
/// @param weights how its matrices are to be held
/// @param start place of the picture that the background starts from
/// @param pictures how many follow
record RequestMessage(
        String model,
        WeightForm weights,
        Mode mode,
        int width,
        int height,
        String prompt,
        String negative,
        String backgroundPrompt,
        List<Made> targets,
        List<Given> fixed,
        Choices settings,
        Integer start,
        Double startStrength,
        int pictures) {

    /// A layer to be made.
    ///
    /// @param box x, y, width and height
    /// @param link as files write it
    record Made(int layer, int[] box, String prompt, Integer start, double strength, String link) {
        static Made of(Target target, Pictures pictures) {
            return new Made(
                    target.layer().value(),
                    corners(target.box()),
                    target.prompt().orElse(null),
                    pictures.add(target.start()),
                    target.strength(),
                    target.link().text());
        }

        Target target(List<Raster> pictures) {
            return new Target(
                    new LayerId(layer),
                    rect(box),
                    Optional.ofNullable(prompt),
                    Pictures.find(pictures, start),
                    strength,
                    Link.of(link));
        }
    }

    /// A layer that is given.
    record Given(
            int layer,
            int[] box,
            Fixed.Role role,
            int picture,
            Control.Kind control,
            double controlWeight,
            String link) {
        static Given of(Fixed fixed, Pictures pictures) {
            return new Given(
                    fixed.layer().value(),
                    corners(fixed.box()),
                    fixed.role(),
                    pictures.add(fixed.raster()),
                    fixed.control().map(Control::kind).orElse(null),
                    fixed.control().map(Control::weight).orElse(1.0),
                    fixed.link().text());
        }

        Fixed fixed(List<Raster> pictures) {
            return new Fixed(
                    new LayerId(layer),
                    rect(box),
                    pictures.get(picture),
                    role,
                    Optional.ofNullable(control).map(kind -> new Control(kind, controlWeight)),
                    Link.of(link));
        }
    }

    /// Settings and tuning, without files of changes, which are not sent.
    record Choices(
            long seed,
            Integer steps,
            Double guidance,
            Double embeddedGuidance,
            int previewEvery,
            Integer workingSide,
            String sampler,
            double patchStrength,
            Double stopAt) {
        static Choices of(Settings settings) {
            Tuning tuning = settings.tuning();
            return new Choices(
                    settings.seed(),
                    boxed(settings.steps()),
                    boxed(settings.guidance()),
                    boxed(settings.embeddedGuidance()),
                    settings.previewEvery(),
                    boxed(settings.workingSide()),
                    tuning.sampler().orElse(null),
                    tuning.patchStrength(),
                    boxed(tuning.stopAt()));
        }

        Settings settings(String device) {
            return new Settings(
                    seed,
                    optional(steps),
                    optional(guidance),
                    optional(embeddedGuidance),
                    device,
                    previewEvery,
                    new Tuning(Optional.ofNullable(sampler), List.of(), patchStrength, optional(stopAt)),
                    optional(workingSide));
        }
    }

    /// @param model the server's id of the model
    static RequestMessage of(GenerateRequest request, String model, WeightForm weights, Pictures pictures) {
        List<Made> targets =
                request.targets().stream().map(t -> Made.of(t, pictures)).toList();
        List<Given> fixed =
                request.fixed().stream().map(f -> Given.of(f, pictures)).toList();
        Integer start = pictures.add(request.backgroundStart().map(Start::raster));
        return new RequestMessage(
                model,
                weights,
                request.mode(),
                request.width(),
                request.height(),
                request.prompt(),
                request.negative(),
                request.backgroundPrompt(),
                targets,
                fixed,
                Choices.of(request.settings()),
                start,
                request.backgroundStart().map(Start::strength).orElse(null),
                pictures.all().size());
    }

    /// @param device that the server computes on
    /// @throws IllegalArgumentException when it asks for what no model can do, in one sentence
    GenerateRequest request(List<Raster> given, String device) {
        return new GenerateRequest(
                model,
                mode,
                width,
                height,
                prompt,
                negative,
                backgroundPrompt,
                targets.stream().map(t -> t.target(given)).toList(),
                fixed.stream().map(f -> f.fixed(given)).toList(),
                settings.settings(device),
                Pictures.find(given, start).map(raster -> new Start(raster, startStrength)));
    }

    private static int[] corners(Rect rect) {
        return new int[] {rect.x(), rect.y(), rect.width(), rect.height()};
    }

    private static Rect rect(int[] box) {
        return new Rect(box[0], box[1], box[2], box[3]);
    }

    private static Integer boxed(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
