package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.ModelCatalog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// What a screen reader has to say of the window.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class AccessibleNamesTest {
    private EditorWindow window;

    @Start
    void start(Stage stage) {
        Document page = Document.blank(400, 300).addRegion(new Rect(10, 10, 100, 100));
        Document design =
                page.add(new PixelLayer(LayerProps.named(page.newId(), "Hills"), Raster.filled(40, 30, 0xff336699)));
        window = new EditorWindow(stage, new Editor(design), new ModelCatalog(List.of(), List.of()), failure -> {});
        window.show();
    }

    @Stop
    void stop() {
        SmallScreen.clear();
    }

    @Test
    void everything_that_takes_the_keys_has_a_name(FxRobot robot) {
        robot.interact(() -> window.editor()
                .selectionProperty()
                .set(window.editor().document().layers().getFirst().id()));
        WaitForAsyncUtils.waitForFxEvents();
        List<String> nameless = nodes(window.canvas().getScene().getRoot())
                .filter(node -> node.isFocusTraversable() && name(node).isBlank())
                .map(node -> node + " in " + node.getParent())
                .toList();
        assertThat(nameless).isEmpty();
    }

    private static String name(Node node) {
        String own = node.getAccessibleText();
        if (own != null) {
            return own;
        }
        return switch (node) {
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case TextInputControl text when text.getPromptText() != null -> text.getPromptText();
            default -> "";
        };
    }

    private static Stream<Node> nodes(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(AccessibleNamesTest::nodes))
                : Stream.of(node);
    }
}
