package org.layerloom.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A token goes to the machine that it is of.
final class RemoteMachineTokenTest {
    @TempDir
    private Path folder;

    private final Preferences preferences = Preferences.unkept();
    private RemoteMachine machine;

    @BeforeEach
    void use_one() {
        preferences.set(ProgramSettings.REMOTE, "https://one:7411");
        machine = new RemoteMachine(preferences, folder.resolve("token"));
    }

    @Test
    void with_another_address_a_token_has_to_be_typed() {
        machine.use("two", " ");
        assertThat(machine.problem())
                .contains("Type the token of two:7411: the one that is kept belongs to another machine.");
        assertThat(machine.address()).isEqualTo("https://one:7411");
    }

    @Test
    void with_a_token_that_is_none_the_address_stays_too() {
        machine.use("two", "short");
        assertThat(machine.problem()).isPresent();
        assertThat(machine.address()).isEqualTo("https://one:7411");
    }
}
