package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Ctrl-C ends the wait for a user who types nothing.
@Timeout(20)
final class TypedTest {
    private final Cancellation cancellation = new Cancellation();
    private final Typed typed = new Typed(cancellation);

    @Test
    void a_stop_while_nothing_is_typed_ends_the_wait_and_not_the_reading() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> typed.read(() -> {
                    cancellation.request();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        return "interrupted";
                    }
                    return "typed";
                }))
                .isInstanceOf(CancellationException.class);
        never.countDown();
    }

    @Test
    void what_is_typed_and_what_cannot_be_read_comes_back() throws IOException {
        assertThat(typed.<String>read(() -> "y")).isEqualTo("y");
        assertThat(typed.<String>read(() -> null)).isNull();
        assertThatThrownBy(() -> typed.read(() -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void after_a_stop_nothing_is_asked() {
        cancellation.request();
        assertThatThrownBy(() -> typed.read(() -> {
                    throw new AssertionError("asked");
                }))
                .isInstanceOf(CancellationException.class);
    }
}
