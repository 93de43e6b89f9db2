package org.layerloom.ui;

import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.words.Words;

/// Notices at the lower right of the canvas, two at most. They go after five seconds, not while the pointer is on
/// them; errors, and offers that do not come again, stay until they are closed.
public final class Toasts extends VBox {
    private static final int MOST = 2;
    private static final Duration SHOWN = Duration.seconds(5);
    private static final Duration FADE = Duration.millis(180);
    private static final double WIDTH = 420;

    public Toasts() {
        super(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxWidth(WIDTH);
    }

    public void show(String text) {
        show(Notice.done(text));
    }

    public void error(String text) {
        show(Notice.error(text));
    }

    /// Shows a notice below the others; one of them makes room. To be called on the JavaFX thread.
    public void show(Notice notice) {
        while (getChildren().size() >= MOST) {
            getChildren().remove(leastNeeded());
        }
        HBox toast = toast(notice);
        getChildren().add(toast);
        appear(toast);
        if (!notice.stays()) {
            PauseTransition pause = new PauseTransition(SHOWN);
            pause.setOnFinished(event -> getChildren().remove(toast));
            toast.hoverProperty().addListener((o, before, hovered) -> {
                if (hovered) {
                    pause.stop();
                } else {
                    pause.playFromStart();
                }
            });
            pause.play();
        }
    }

    /// The oldest; one that stays only where there is nothing else.
    private Node leastNeeded() {
        return getChildren().stream()
                .filter(toast -> toast.getUserData() instanceof Notice notice && !notice.stays())
                .findFirst()
                .orElseGet(getChildren()::getFirst);
    }

    private static void appear(Node toast) {
        if (!Platform.getPreferences().isReducedMotion()) {
            FadeTransition fade = new FadeTransition(FADE, toast);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    private HBox toast(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox toast = new HBox(icon(notice.kind()), text);
        toast.setUserData(notice);
        toast.getStyleClass().addAll("notice", "toast");
        if (notice.kind() == Notice.Kind.ERROR) {
            toast.getStyleClass().add("danger");
        }
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(notice.text());
        List<Button> buttons =
                notice.offers().stream().map(offer -> button(offer, toast)).toList();
        if (buttons.size() > 1) {
            HBox row = new HBox(8);
            row.setAlignment(Pos.CENTER_RIGHT);
            row.getChildren().addAll(buttons);
            VBox below = new VBox(8, text, row);
            HBox.setHgrow(below, Priority.ALWAYS);
            toast.getChildren().add(below); // the text is no longer the toast's own child
        } else {
            toast.getChildren().addAll(buttons);
        }
        IconButton close = new IconButton("mdi2c-close", Words.of(Toasts.class).text("toast.close"));
        close.getStyleClass().add("i16");
        close.setOnAction(event -> getChildren().remove(toast));
        toast.getChildren().add(close);
        return toast;
    }

    private Button button(Notice.Offer offer, Node toast) {
        Button button = new Button(offer.label());
        button.getStyleClass().setAll("button", "btn", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            getChildren().remove(toast);
            offer.work().run();
        });
        return button;
    }

    private static FontIcon icon(Notice.Kind kind) {
        FontIcon icon = switch (kind) {
            case DONE -> new FontIcon("mdi2c-check-circle-outline");
            case WARNING -> new FontIcon("mdi2a-alert-outline");
            case ERROR -> new FontIcon("mdi2a-alert-circle-outline");
        };
        icon.getStyleClass()
                .add(
                        switch (kind) {
                            case DONE -> "ok";
                            case WARNING -> "warn";
                            case ERROR -> "bad";
                        });
        return icon;
    }
}
