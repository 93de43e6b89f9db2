package org.layerloom.ui.preferences;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.words.Words;

/// Where the user names another machine whose models are to be used: its address, its token, and how it stands.
final class RemoteFields {
    private static final Words WORDS = Words.of(RemoteFields.class);
    private static final double WIDTH = 440;

    private final RemoteMachine machine;
    private final TextField address = new TextField();
    private final PasswordField token = new PasswordField();
    private final Button forget = button("remote-forget", "remote.forget", "mdi2l-link-off");

    RemoteFields(RemoteMachine machine) {
        this.machine = machine;
    }

    void addTo(PageForm page) {
        page.section(WORDS.text("setting.remote"));
        page.getChildren().add(PageForm.note(WORDS.text("remote.note")));
        address.setId("remote-address");
        address.setText(machine.address());
        address.setPromptText(WORDS.text("remote.address.prompt"));
        token.setId("remote-token");
        token.setPromptText(WORDS.text("remote.token.prompt"));
        for (TextField field : new TextField[] {address, token}) {
            field.setPrefWidth(WIDTH);
            field.setOnAction(event -> connect());
        }
        page.setting(WORDS.text("remote.address"), "", address);
        page.setting(WORDS.text("remote.token"), "", token);
        Button connect = button("remote-connect", "remote.connect", "mdi2l-link");
        connect.disableProperty().bind(address.textProperty().isEmpty());
        connect.setOnAction(event -> connect());
        forget.setOnAction(event -> {
            address.clear();
            token.clear();
            machine.forget();
        });
        forget.disableProperty()
                .bind(address.textProperty()
                        .isEmpty()
                        .and(machine.toldProperty().isEmpty()));
        HBox buttons = new HBox(8, connect, forget);
        buttons.setAlignment(Pos.CENTER_LEFT);
        Label told = PageForm.note("");
        told.setId("remote-told");
        told.textProperty().bind(machine.toldProperty());
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        page.getChildren().addAll(buttons, told);
    }

    private void connect() {
        machine.use(address.getText(), token.getText());
        token.clear();
    }

    private static Button button(String id, String key, String icon) {
        Button button = new Button(WORDS.text(key), new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().setAll("button", "btn");
        return button;
    }
}
