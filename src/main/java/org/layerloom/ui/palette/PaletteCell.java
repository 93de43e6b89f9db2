package org.layerloom.ui.palette;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws a row of the palette: a section's name, or icon, name, place and keys of what was found.
final class PaletteCell extends ListCell<PaletteRow> {
    private final BiConsumer<Finding, Boolean> run;

    /// @param run does a finding; whether to stay open
    PaletteCell(BiConsumer<Finding, Boolean> run) {
        this.run = run;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof PaletteRow.Hit(Finding finding)) {
                run.accept(finding, event.isShortcutDown());
            }
        });
        selectedProperty().addListener(change -> mark());
    }

    @Override
    protected void updateItem(PaletteRow row, boolean none) {
        super.updateItem(row, none);
        if (none || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case PaletteRow.Head(String title) -> {
                setGraphic(head(title));
                setAccessibleText(title);
            }
            case PaletteRow.Hit(Finding finding) -> {
                setGraphic(hit(finding));
                setAccessibleText(finding.label() + ", " + finding.place());
            }
        }
        mark();
    }

    private void mark() {
        if (getGraphic() != null && getItem() instanceof PaletteRow.Hit) {
            getGraphic().getStyleClass().remove("on");
            if (isSelected()) {
                getGraphic().getStyleClass().add("on");
            }
        }
    }

    private static Node head(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("sect");
        HBox box = new HBox(label);
        box.getStyleClass().add("cmd-head");
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
    }

    private static Node hit(Finding finding) {
        FontIcon icon = new FontIcon(finding.icon());
        Label label = new Label(finding.label());
        label.setMinWidth(0);
        Label place = new Label(finding.place());
        place.getStyleClass().addAll("t-small", "subtle");
        place.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox caps = new HBox(4);
        caps.setAlignment(Pos.CENTER_RIGHT);
        caps.setMinWidth(Region.USE_PREF_SIZE);
        finding.caps().forEach(cap -> caps.getChildren().add(Palette.cap(cap)));
        HBox row = new HBox(icon, label, place, gap, caps);
        row.getStyleClass().add("cmd-row");
        if (!finding.enabled()) {
            row.getStyleClass().add("off");
        }
        return row;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getItem() == null ? 0 : getItem().height();
    }
}
