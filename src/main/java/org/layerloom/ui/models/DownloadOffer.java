package org.layerloom.ui.models;

import java.io.File;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.download.Access;
import org.layerloom.download.DownloadPlan;
import org.layerloom.ui.preferences.PageForm;
import org.layerloom.words.ByteText;
import org.layerloom.words.Words;

/// What is said before anything is fetched, unfolded beneath a published model: what from where, how large, under
/// which licence, where to; with a yes, a no, and another folder.
final class DownloadOffer extends VBox {
    private static final Words WORDS = Words.of(DownloadOffer.class);

    private final ModelDownloads downloads;
    private final Runnable no;
    private final PasswordField token = new PasswordField();
    private DownloadPlan plan;

    DownloadOffer(DownloadPlan plan, ModelDownloads downloads, Runnable no) {
        super(8);
        this.plan = plan;
        this.downloads = downloads;
        this.no = no;
        setId("offer-" + plan.model().id());
        getStyleClass().add("tray");
        prepareToken();
        show();
    }

    private void show() {
        getChildren().clear();
        plan.statement().forEach(line -> getChildren().add(PageForm.note(line)));
        if (plan.model().memory() > 0) {
            getChildren()
                    .add(PageForm.note(
                            WORDS.text("offer.memory", ByteText.of(plan.model().memory()))));
        }
        getChildren().add(PageForm.note(WORDS.text("offer.page", plan.model().page())));
        addToken();
        FlowPane buttons = new FlowPane(
                8,
                8,
                button("yes", "mdi2d-download-outline", () -> start(token.getText())),
                button("folder", "mdi2f-folder-outline", this::choose),
                button("no", "mdi2c-close", no));
        buttons.getChildren().getFirst().getStyleClass().add("primary");
        getChildren().add(buttons);
    }

    private void prepareToken() {
        token.getStyleClass().add("loom-text");
        token.setId("token-" + plan.model().id());
        token.setPromptText(WORDS.text("offer.token"));
        token.setAccessibleText(WORDS.text("offer.token"));
        token.setMaxWidth(320);
    }

    /// What was typed stays when another folder is chosen.
    private void addToken() {
        if (plan.model().licence().gated()) {
            Label about = PageForm.note(WORDS.text("offer.token.note", Access.VARIABLE));
            getChildren().addAll(token, about);
        }
    }

    private void start(String token) {
        if (!token.isBlank()) {
            downloads.use(Access.typed(plan.model().page(), token));
        }
        downloads.start(plan);
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.text("offer.folder"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            moveTo(chosen.toPath());
        }
    }

    /// Takes another folder of models, which is looked in from then on.
    void moveTo(Path root) {
        plan = new DownloadPlan(plan.model(), root);
        show();
    }

    private Button button(String key, String icon, Runnable work) {
        Button button = new Button(WORDS.text("offer." + key), new FontIcon(icon));
        button.setId("offer-" + key + "-" + plan.model().id());
        button.getStyleClass().setAll("button", "btn");
        button.setOnAction(event -> work.run());
        return button;
    }
}
