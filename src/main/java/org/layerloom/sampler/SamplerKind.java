package org.layerloom.sampler;

/// The samplers that a user can choose from, by the names that the field knows them by.
public enum SamplerKind {
    DPMPP_2M_KARRAS("DPM++ 2M Karras", new DpmSolver(false)),
    DPMPP_2M_SDE_KARRAS("DPM++ 2M SDE Karras", new DpmSolver(true)),
    EULER("Euler", new Euler()),
    EULER_ANCESTRAL("Euler a", new EulerAncestral()),
    DDIM("DDIM", new Euler()),
    PNDM("PNDM", new Pndm()),
    UNIPC("UniPC", new UniPc());

    private final String label;
    private final Sampler sampler;

    SamplerKind(String label, Sampler sampler) {
        this.label = label;
        this.sampler = sampler;
    }

    /// The name, which is the same in all languages.
    public String label() {
        return label;
    }

    public Sampler sampler() {
        return sampler;
    }

    /// The noise levels of a run. With a strength below 1 they are the last ones of a longer run, so that all
    /// `steps` are made whatever the strength (LayerDiffuse's rule).
    ///
    /// @param spacing  the checkpoint's; the Karras schedules have their own
    /// @param steps    at least 1, fewer than the training timesteps
    /// @param strength how far from the start picture to go, above 0, at most 1
    public Schedule schedule(TrainingNoise training, Spacing spacing, int steps, double strength) {
        int most = training.timesteps() - 1; // one timestep a step, and the multistep solvers' last interval
        if (steps < 1 || steps > most || !(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException(steps + " steps at strength " + strength + " make no schedule");
        }
        int whole = Math.max(steps, (int) Math.min(most, steps / strength));
        return switch (this) {
            case DPMPP_2M_KARRAS, DPMPP_2M_SDE_KARRAS ->
                Schedule.karras(training, whole).tail(steps);
            case EULER, EULER_ANCESTRAL ->
                Schedule.euler(training, spacing, whole).tail(steps);
            case DDIM -> Schedule.ddim(training, spacing, whole).tail(steps);
            case PNDM -> Schedule.ddim(training, spacing, whole).tail(steps).withFirstIntervalTwice();
            case UNIPC -> Schedule.multistep(training, spacing, whole).tail(steps);
        };
    }
}
