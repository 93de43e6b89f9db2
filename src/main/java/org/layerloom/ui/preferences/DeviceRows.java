package org.layerloom.ui.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.Driver;
import org.layerloom.device.FreeMemory;
import org.layerloom.device.Gpu;
import org.layerloom.device.Libtorch;
import org.layerloom.words.Words;

/// What was found on a computer that models could run on, a row for each thing.
final class DeviceRows {
    private static final Words WORDS = Words.of(DeviceRows.class);
    private static final double GIGABYTE = 1e9;
    private static final String CARD = "mdi2e-expansion-card-variant";

    private DeviceRows() {}

    static List<Node> of(DeviceFacts facts) {
        List<Node> rows = new ArrayList<>();
        rows.add(row("mdi2w-wrench-outline", WORDS.text("device.driver"), driver(facts.driver())));
        for (Gpu gpu : facts.driver().gpus()) {
            rows.add(row(CARD, gpu.name(), WORDS.text("device.gpu.memory", gpu.bytes() / GIGABYTE)));
        }
        rows.add(row("mdi2c-cube-outline", WORDS.text("device.libtorch"), libtorch(facts.libtorch())));
        int threads = Runtime.getRuntime().availableProcessors();
        rows.add(row(
                "mdi2m-memory",
                WORDS.text("device.processor"),
                WORDS.text("device.processor.note", threads, FreeMemory.host() / GIGABYTE)));
        return rows;
    }

    private static String driver(Driver driver) {
        return switch (driver.state()) {
            case ABSENT -> WORDS.text("device.driver.none");
            case FAILING -> WORDS.text("device.driver.error", String.valueOf(driver.error()));
            case READY ->
                driver.gpus().isEmpty()
                        ? WORDS.text("device.no.gpu")
                        : WORDS.text("device.driver.ready", driver.cuda());
        };
    }

    private static String libtorch(Libtorch libtorch) {
        return libtorch.state() == Libtorch.State.BUNDLED
                ? WORDS.text("device.libtorch.own", libtorch.detail())
                : WORDS.text(
                        "device.libtorch.other",
                        libtorch.detail().isBlank() ? "?" : libtorch.detail(),
                        libtorch.folder().map(Path::toString).orElse(""));
    }

    private static Node row(String icon, String title, String note) {
        Label about = new Label(note);
        about.getStyleClass().addAll("t-caption", "muted");
        about.setWrapText(true);
        VBox text = new VBox(2, new Label(title), about);
        text.setMinWidth(0);
        HBox row = new HBox(12, new FontIcon(icon), text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pref-row");
        return row;
    }
}
