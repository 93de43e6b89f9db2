package org.layerloom.ui.phrases;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Tags;

/// What a box will show, as a label at its foot that can be dragged to another box.
final class PhraseChip extends HBox {
    private static final double MOST_WIDTH = 220;

    private final LayerId box;
    private final Label text = new Label();
    private final FontIcon icon = new FontIcon();

    /// @param title what is written on it
    /// @param linked whether the user chose it
    /// @param own whether it is the box's own prompt, which has no other place
    /// @param nothing whether the user wants no phrase there
    record Shown(String title, boolean linked, boolean own, boolean nothing, int tag) {
        boolean isMovable() {
            return !own && !nothing;
        }

        private String icon() {
            if (own) {
                return "mdi2p-pencil-outline";
            }
            return nothing ? "mdi2l-link-off" : linked ? "mdi2l-link-variant" : "mdi2f-format-quote-open";
        }
    }

    private Shown shown;

    PhraseChip(LayerId box) {
        super(4);
        this.box = box;
        setId("phrase-" + box.value());
        getStyleClass().add("phrase-chip");
        icon.getStyleClass().add("phrase-icon");
        text.setMinWidth(0);
        setMaxWidth(MOST_WIDTH);
        getChildren().addAll(icon, text);
        setManaged(false);
    }

    LayerId box() {
        return box;
    }

    Shown shown() {
        return shown;
    }

    void show(Shown now) {
        if (!now.equals(shown)) {
            shown = now;
            text.setText(now.title());
            icon.setIconLiteral(now.icon());
            setStyle("-fx-border-color: " + Tags.css(now.tag()) + ";");
        }
    }

    /// Puts it at the foot of a box, no wider than that.
    ///
    /// @param most px of the view
    void place(double x, double y, double most) {
        double width = Math.min(Math.min(prefWidth(-1), MOST_WIDTH), most);
        resizeRelocate(x, y, width, prefHeight(-1));
    }
}
