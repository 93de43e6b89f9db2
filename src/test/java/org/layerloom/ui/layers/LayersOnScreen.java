package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Styled;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.layer.LayerActions;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The layers panel with three layers, Fox, Cake and Gifts, of which Fox has a box; and ways to find things in it.
final class LayersOnScreen {
    final List<LayerId> rerolled = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final Actions actions = new Actions();
    final Editor editor;
    final LayersPanel panel;

    LayersOnScreen(Stage stage) {
        Document document = Document.blank(64, 64)
                .addRegion(new Rect(0, 0, 32, 32))
                .add(layer(1, "Fox"))
                .add(layer(2, "Cake"))
                .add(layer(3, "Gifts"));
        editor = new Editor(document);
        panel = new LayersPanel(editor);
        panel.setOnReroll(rerolled::add);
        LayerActions edits = new LayerActions(editor, notices::add);
        edits.registerEdit(actions, () -> 0xff000000);
        edits.registerLayer(actions, panel::renameSelected);
        panel.register(actions);
        panel.setActions(actions);
        panel.getStyleClass().add("side");
        Styled.show(stage, panel, 312, 640, ColorScheme.DARK);
    }

    private static PixelLayer layer(int id, String name) {
        LayerProps props = LayerProps.named(new LayerId(id), name)
                .withTag(id)
                .withRecipe(new Recipe("a party", 7, "model-1@12345678"));
        return new PixelLayer(props, Raster.filled(20, 20, 0xFF000000 | id * 0x503010));
    }

    List<String> names() {
        return editor.document().layers().stream().map(Layer::name).toList();
    }

    List<String> visible() {
        return editor.document().layers().stream()
                .filter(layer -> layer.props().visible())
                .map(Layer::name)
                .toList();
    }

    List<String> all(Predicate<LayerProps> question) {
        return editor.document().layers().stream()
                .filter(layer -> question.test(layer.props()))
                .map(Layer::name)
                .toList();
    }

    BlendMode mode(LayerId id) {
        return editor.document().layer(id).orElseThrow().props().blendMode();
    }

    String lastLabel() {
        return editor.history().entries().getLast().label();
    }

    static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).<Label>queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    static Node row(FxRobot robot, String name) {
        return robot.lookup(".lrow .name").lookup(name).query();
    }

    static void waitFor(Callable<Boolean> question) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, question);
    }

    /// NaN where the row is out of view.
    static double y(FxRobot robot, String name) {
        return robot.lookup(".lrow .name")
                .lookup(name)
                .tryQuery()
                .map(node -> node.localToScene(0, 0).getY())
                .orElse(Double.NaN);
    }

    static LayerCell cell(FxRobot robot, String name) {
        Node node = row(robot, name);
        while (!(node instanceof LayerCell)) {
            node = node.getParent();
        }
        return (LayerCell) node;
    }

    static Node eye(FxRobot robot, String name) {
        return cell(robot, name).eye();
    }
}
