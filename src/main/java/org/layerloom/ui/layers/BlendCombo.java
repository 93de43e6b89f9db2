package org.layerloom.ui.layers;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.layerloom.document.BlendMode;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerProps;
import org.layerloom.ui.Editor;
import org.layerloom.words.Words;

/// The blend mode of all selected layers; empty where they differ. While the menu is open the arrow keys try modes on
/// the canvas; Enter keeps, Esc goes back. Closed, the arrow keys change the mode at once.
final class BlendCombo extends ComboBox<BlendMode> {
    private static final Words WORDS = Words.of(BlendCombo.class);
    private static final int VISIBLE_ROWS = 22;

    private final Editor editor;
    private final SelectedLayers selected;
    private boolean syncing;

    BlendCombo(Editor editor) {
        this.editor = editor;
        selected = new SelectedLayers(editor);
        getStyleClass().addAll("combo", "blend-combo");
        setAccessibleText(WORDS.text("blend"));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setVisibleRowCount(VISIBLE_ROWS);
        setButtonCell(new ModeCell(false));
        setCellFactory(list -> new ModeCell(true));
        setSkin(new ComboBoxListViewSkin<>(this));
        if (getSkin() instanceof ComboBoxListViewSkin<?> skin && skin.getPopupContent() instanceof ListView<?> list) {
            list.addEventFilter(KeyEvent.KEY_PRESSED, this::popupKey);
        }
        valueProperty().addListener((o, before, mode) -> changed(mode));
        setOnHidden(event -> keep());
        selected.onChange(this::refresh);
        refresh();
    }

    private void refresh() {
        if (isShowing()) {
            return;
        }
        syncing = true;
        setDisable(selected.isEmpty());
        boolean groups = !selected.isEmpty() && selected.all().stream().allMatch(GroupLayer.class::isInstance);
        List<BlendMode> choices = BlendModes.choices(groups);
        if (!getItems().equals(choices)) {
            getItems().setAll(choices);
        }
        setValue(kept());
        syncing = false;
    }

    /// Null where the layers differ.
    private BlendMode kept() {
        return selected.isEmpty()
                ? BlendMode.NORMAL
                : selected.common(LayerProps::blendMode).orElse(null);
    }

    private void changed(BlendMode mode) {
        if (syncing || mode == null) {
            return;
        }
        if (isShowing()) {
            selected.preview(props -> props.withBlendMode(mode));
        } else {
            keep();
        }
    }

    private void keep() {
        BlendMode mode = getValue();
        if (mode != null && !selected.isEmpty()) {
            editor.cancelPreview();
            selected.commit(
                    WORDS.text("blend.step", selected.name(), BlendModes.label(mode)),
                    props -> props.withBlendMode(mode));
        }
    }

    private void popupKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            editor.cancelPreview();
            syncing = true;
            setValue(kept());
            syncing = false;
        }
    }

    /// A mode by its name; in the menu, a rule above each group.
    private static final class ModeCell extends ListCell<BlendMode> {
        private final boolean inMenu;

        ModeCell(boolean inMenu) {
            this.inMenu = inMenu;
        }

        @Override
        protected void updateItem(BlendMode mode, boolean empty) {
            super.updateItem(mode, empty);
            setText(empty || mode == null ? null : BlendModes.label(mode));
            getStyleClass().remove("ruled");
            if (inMenu && !empty && mode != null && isRuled(mode)) {
                getStyleClass().add("ruled");
            }
        }

        private boolean isRuled(BlendMode mode) {
            boolean belowPassThrough = mode == BlendMode.NORMAL
                    && getListView() != null
                    && Objects.equals(getListView().getItems().getFirst(), BlendMode.PASS_THROUGH);
            return belowPassThrough || BlendModes.startsGroup(mode);
        }
    }
}
