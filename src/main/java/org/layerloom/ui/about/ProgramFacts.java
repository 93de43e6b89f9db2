package org.layerloom.ui.about;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.stage.Screen;
import org.layerloom.files.ProgramVersion;

/// What there is to know of the program, the system and the machine before anybody asks. Names nobody and no file.
final class ProgramFacts {
    private static final long MEBIBYTE = 1 << 20;

    private ProgramFacts() {}

    /// @param device what the last run was made on; blank before the first
    static Map<String, String> gather(String device) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Layerloom", ProgramVersion.find());
        facts.put("system", properties("os.name", "os.version", "os.arch"));
        facts.put("Java", properties("java.runtime.version", "java.vm.vendor"));
        facts.put("JavaFX", properties("javafx.runtime.version"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("heap", heap(Runtime.getRuntime()));
        facts.put("screens", screens(Screen.getScreens()));
        facts.put("device", device.isBlank() ? "nothing generated yet" : device);
        facts.put("language", Locale.getDefault().toLanguageTag());
        return facts;
    }

    private static String properties(String... names) {
        return List.of(names).stream().map(System::getProperty).collect(Collectors.joining(" "));
    }

    private static String heap(Runtime runtime) {
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
        return used + " of at most " + runtime.maxMemory() / MEBIBYTE + " MiB";
    }

    private static String screens(List<Screen> screens) {
        return screens.stream()
                .map(screen -> String.format(
                        Locale.ROOT,
                        "%.0f x %.0f at %.2f",
                        screen.getBounds().getWidth(),
                        screen.getBounds().getHeight(),
                        screen.getOutputScaleX()))
                .collect(Collectors.joining(", "));
    }
}
