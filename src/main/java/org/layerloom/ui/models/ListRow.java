package org.layerloom.ui.models;

import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of a list of models: an icon, a title with a line beneath, a size, a state in a pill, and what can be done.
/// Beneath may stand a bar of progress and whatever is unfolded.
final class ListRow extends VBox {
    private static final double SIZE_WIDTH = 120;
    private static final double STATE_WIDTH = 104;
    private static final double ENDS_WIDTH = 88;
    private static final double INDENT = 28;

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label size = new Label();
    private final Label pill = new Label();
    private final HBox line;
    private final HBox ends = new HBox(4);
    private final ProgressBar bar = new ProgressBar();
    private final VBox below = new VBox(8);

    ListRow(String title) {
        super(8);
        getStyleClass().add("pref-row");
        this.title.setText(title);
        this.title.setMinWidth(0);
        about.getStyleClass().addAll("t-caption", "muted");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(2, this.title, about);
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        size.getStyleClass().addAll("t-small", "muted");
        size.setMinWidth(Region.USE_PREF_SIZE);
        size.setPrefWidth(SIZE_WIDTH);
        size.setAlignment(Pos.CENTER_RIGHT);
        HBox state = new HBox(pill);
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.setPrefWidth(STATE_WIDTH);
        state.setAlignment(Pos.CENTER_LEFT);
        pill.setMinWidth(Region.USE_PREF_SIZE);
        ends.setAlignment(Pos.CENTER_RIGHT);
        ends.setMinWidth(ENDS_WIDTH);
        line = new HBox(12, icon, text, size, state, ends);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(38);
        bar.getStyleClass().add("progress-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        below.setPadding(new Insets(0, 0, 4, INDENT));
        getChildren().add(line);
        setFillWidth(true);
    }

    void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    void setAbout(String text) {
        about.setText(text);
    }

    void setSize(String text) {
        size.setText(text);
    }

    /// @param tone `ok`, `warn`, `info` or `acc`
    void setState(String text, String tone) {
        pill.setText(text);
        pill.setVisible(!text.isEmpty());
        pill.getStyleClass().setAll("label", "pill", tone);
    }

    /// What can be done with it, at the right end.
    void setEnds(Region... nodes) {
        Stream.of(nodes).forEach(node -> node.setMinWidth(Region.USE_PREF_SIZE));
        ends.getChildren().setAll(nodes);
    }

    /// @param done 0..1, below 0 = not known
    void setProgress(double done) {
        bar.setProgress(done);
        show(bar, true);
    }

    void clearProgress() {
        show(bar, false);
    }

    /// Unfolds what belongs to the row beneath it; nothing = folded.
    void setBelow(Node... nodes) {
        below.getChildren().setAll(nodes);
        show(below, nodes.length > 0);
    }

    /// Whether this is what is unfolded.
    boolean shows(Node node) {
        return getChildren().contains(below) && below.getChildren().contains(node);
    }

    private void show(Node part, boolean shown) {
        if (!shown) {
            getChildren().remove(part);
        } else if (!getChildren().contains(part)) {
            getChildren().add(part == bar ? 1 : getChildren().size(), part);
        }
    }
}
