package org.layerloom.ui.frame;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.ui.Editor;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.canvas.CanvasView;
import org.layerloom.ui.files.DocumentFiles;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.ui.prompt.RunProgress;
import org.layerloom.words.Words;

/// The lowest row: whether all is saved, the page's size, what the tool offers, where models run, the zoom.
public final class StatusBar extends HBox {
    private static final Words WORDS = Words.of(StatusBar.class);

    private final Editor editor;
    private final ViewState view;
    private final FontIcon savedIcon = new FontIcon();
    private final Label saved = new Label();
    private final Label size = new Label();
    private final Label hint = new Label();
    private final DocumentFiles files;
    private final GenerationSession session;

    public StatusBar(
            Editor editor,
            ViewState view,
            CanvasView canvas,
            DocumentFiles files,
            GenerationSession session,
            Actions actions) {
        this.editor = editor;
        this.view = view;
        this.files = files;
        this.session = session;
        getStyleClass().add("status-row");
        setAlignment(Pos.CENTER_LEFT);
        saved.setId("status-saved");
        size.setId("status-size");
        hint.setId("status-hint");
        saved.setMinWidth(USE_PREF_SIZE);
        size.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        group(savedIcon, saved),
                        cancel(actions, "save-cancel", files.savingProperty()),
                        cancel(actions, "cancel-export", files.exports().progressProperty()),
                        rule(),
                        size,
                        rule(),
                        hint,
                        gap,
                        device(session.deviceProperty()),
                        rule());
        getChildren().add(zoom(canvas, actions));
        listen();
        refresh();
    }

    private void listen() {
        InvalidationListener refresh = change -> refresh();
        editor.revisionProperty().addListener(refresh);
        editor.documentProperty().addListener(refresh);
        editor.selectionProperty().addListener(refresh);
        view.toolProperty().addListener(refresh);
        files.titleProperty().addListener(refresh);
        files.busyProperty().addListener(refresh);
        files.savingProperty().addListener(refresh);
        files.exports().progressProperty().addListener(refresh);
        session.progressProperty().addListener(refresh);
    }

    /// A button that is there while something goes on.
    private static Node cancel(Actions actions, String name, ReadOnlyDoubleProperty share) {
        IconButton cancel = ActionButtons.icon(actions, name);
        cancel.getStyleClass().addAll("small", "i14");
        cancel.visibleProperty().bind(share.greaterThanOrEqualTo(0));
        cancel.managedProperty().bind(cancel.visibleProperty());
        return cancel;
    }

    private static Node group(FontIcon icon, Label label) {
        HBox box = new HBox(6, icon, label);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void refresh() {
        boolean clean = editor.history().isClean();
        saved.setText(savedText(clean));
        savedIcon.setIconLiteral(clean ? "mdi2c-check-circle-outline" : "mdi2c-content-save-outline");
        Document document = editor.document();
        size.setText(document.width() + " \u00d7 " + document.height() + " px");
        RunProgress run = session.progressProperty().get();
        hint.setText(
                run == null
                        ? Hints.of(
                                document,
                                editor.selectionProperty().get(),
                                view.toolProperty().get())
                        : Hints.of(run));
    }

    private String savedText(boolean clean) {
        double share = files.savingProperty().get();
        if (share >= 0) {
            return WORDS.text("status.saving", Math.round(share * 100));
        }
        double exported = files.exports().progressProperty().get();
        if (exported >= 0) {
            return WORDS.text("status.exporting", Math.round(exported * 100));
        }
        if (files.busyProperty().get()) {
            return WORDS.text("status.busy");
        }
        if (!clean) {
            int changes = editor.history().unsavedSteps();
            return changes == 1 ? WORDS.text("status.unsaved.one") : WORDS.text("status.unsaved.many", changes);
        }
        return WORDS.text(files.hasFile() ? "status.saved" : "status.new");
    }

    private static Node device(ObservableValue<String> device) {
        Label text = new Label();
        text.setId("status-device");
        text.textProperty().bind(device);
        text.setMaxWidth(360);
        FontIcon icon = new FontIcon("mdi2m-memory");
        HBox box = new HBox(6, icon, text);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.visibleProperty().bind(text.textProperty().isNotEmpty());
        return box;
    }

    private Node zoom(CanvasView canvas, Actions actions) {
        TextField percent = new TextField();
        percent.setId("zoom");
        percent.setAccessibleText(WORDS.text("status.zoom"));
        percent.getStyleClass().add("status-field");
        percent.setAlignment(Pos.CENTER);
        percent.setPrefWidth(56);
        percent.setMinWidth(56);
        InvalidationListener refresh = change -> percent.setText(percentText());
        view.viewportProperty().addListener(refresh);
        refresh.invalidated(null);
        percent.setOnAction(event -> {
            typedScale(percent.getText(), canvas);
            refresh.invalidated(null);
            canvas.requestFocus();
        });
        percent.focusedProperty().addListener(refresh);
        HBox box =
                new HBox(2, button(actions, "zoom-out"), percent, button(actions, "zoom-in"), button(actions, "fit"));
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private String percentText() {
        return Math.round(view.viewportProperty().get().scale() * 100) + " %";
    }

    private static void typedScale(String text, CanvasView canvas) {
        String digits = text.replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.length() < 6 && Integer.parseInt(digits) > 0) {
            canvas.zoomTo(Integer.parseInt(digits) / 100.0);
        }
    }

    private static Node button(Actions actions, String name) {
        IconButton button = ActionButtons.icon(actions, name);
        button.setId("status-" + name);
        button.getStyleClass().add("small");
        return button;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("vrule");
        return rule;
    }
}
