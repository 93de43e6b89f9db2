package org.layerloom.ui.frame;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// The place over the window where one sheet at a time is laid, above a scrim that closes it when pressed.
public final class Sheets extends StackPane {
    private static final double MARGIN = 24;
    /// How far below the window's upper edge a sheet without a head hangs, px.
    private static final double HANGING = 96;
    private static final Words WORDS = Words.of(Sheets.class);

    private Node focusBefore;

    public Sheets() {
        setId("sheets");
        getStyleClass().add("scrim");
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /// Lays a sheet over the window, in place of any other; the focus goes into it.
    ///
    /// @param width of the sheet, px; less where the window is narrower
    /// @param tools what stands beside the title
    public void open(String title, double width, Node content, Node... tools) {
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox sheet = new VBox(head(title, tools), content);
        sheet.setAccessibleText(title);
        lay(sheet, width, content);
        StackPane.setAlignment(sheet, Pos.CENTER);
        StackPane.setMargin(sheet, new Insets(MARGIN));
    }

    /// Hangs a sheet without a head below the upper edge of the window.
    public void hang(double width, Node content) {
        VBox sheet = new VBox(content);
        lay(sheet, width, content);
        StackPane.setAlignment(sheet, Pos.TOP_CENTER);
        StackPane.setMargin(sheet, new Insets(HANGING, MARGIN, MARGIN, MARGIN));
    }

    private void lay(VBox sheet, double width, Node content) {
        close();
        focusBefore = getScene().getFocusOwner();
        sheet.getStyleClass().add("loom-sheet");
        sheet.setMaxSize(width, USE_PREF_SIZE);
        getChildren().setAll(sheet);
        setVisible(true);
        content.requestFocus();
        Motion.rise(sheet);
    }

    /// Takes the sheet away; the focus goes back to where it was.
    ///
    /// @return whether there was one
    public boolean close() {
        boolean open = isVisible();
        setVisible(false);
        getChildren().clear();
        if (open && focusBefore != null) {
            focusBefore.requestFocus();
        }
        return open;
    }

    /// Takes the keys of the window while a sheet lies over it: what is below hears none.
    public void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && event.getEventType() == KeyEvent.KEY_PRESSED) {
            close();
        }
        if (event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private Node head(String title, Node... tools) {
        Label label = new Label(title);
        label.getStyleClass().add("t-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        IconButton close = new IconButton("mdi2c-close", WORDS.text("sheet.close"), "Esc");
        close.setOnAction(event -> close());
        HBox head = new HBox(label, gap);
        head.getChildren().addAll(tools);
        head.getChildren().add(close);
        head.getStyleClass().add("sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
