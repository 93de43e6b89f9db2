package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a", "http://localhost:8080/a", "http://127.0.0.1/a"})
    void encrypted_addresses_and_this_computer_may_be_asked(String address) {
        assertThatCode(() -> Addresses.check(URI.create(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a",
                "ftp://example.org/a",
                "file:///a",
                "https://user:word@example.org/a",
                "relative",
                "http://localhost.example.org/a"
            })
    void others_may_not(String address) {
        assertThatThrownBy(() -> Addresses.check(URI.create(address)))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("only encrypted addresses");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.org/x, https://b.org/y, https://b.org/y",
        "https://a.org/x, /y, https://a.org/y",
        "http://127.0.0.1:1/x, http://localhost:2/y, http://localhost:2/y",
        "http://127.0.0.1:1/x, https://b.org/y, https://b.org/y"
    })
    void redirects_are_followed_where_they_stay_safe(String from, String location, String to) throws Exception {
        assertThat(Addresses.next(URI.create(from), location)).isEqualTo(URI.create(to));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.org/x, http://a.org/x",
        "https://a.org/x, http://localhost/x",
        "https://a.org/x, https://127.0.0.1/x",
        "https://a.org/x, https://me:word@b.org/x",
        "https://a.org/x, file:///x",
        "https://a.org/x, 'not an address'"
    })
    void redirects_out_of_encryption_or_into_this_computer_are_refused(String from, String location) {
        assertThatThrownBy(() -> Addresses.next(URI.create(from), location)).isInstanceOf(DownloadException.class);
    }

    @Test
    void what_may_be_secret_in_an_address_is_not_shown() {
        assertThat(Addresses.shown(URI.create("https://me:word@a.org:1/x?signature=s#f")))
                .isEqualTo("https://a.org:1/x");
    }

    @Test
    void a_token_is_for_its_host_and_is_in_no_text() {
        Access access = Access.of(Map.of("HF_TOKEN", " hf_secret\n"));
        assertThat(access.authorization(URI.create("https://huggingface.co/a"))).contains("Bearer hf_secret");
        assertThat(access.authorization(URI.create("https://cdn.huggingface.co/a")))
                .isEmpty();
        assertThat(access.toString()).doesNotContain("secret");
        assertThat(Access.of(Map.of()).authorization(URI.create("https://huggingface.co/a")))
                .isEmpty();
        assertThat(Access.typed(URI.create("https://a.org/page"), "two words").token())
                .isEmpty();
    }
}
