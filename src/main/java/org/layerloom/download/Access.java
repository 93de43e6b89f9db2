package org.layerloom.download;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The user's token for a place that gives some models out to known people only. It is kept in memory, goes to this
/// one host and to none that it redirects to, and is never written anywhere.
///
/// @param token blank = none
public record Access(String host, String token) {
    /// Environment variable that the hub's own programs read.
    public static final String VARIABLE = "HF_TOKEN";

    static final String HUB = "huggingface.co";

    /// No token.
    public static final Access NONE = new Access(HUB, "");

    public Access {
        token = token.strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            token = ""; // no header can hold it, and no place gives such out
        }
    }

    /// The hub's token of the environment, where there is one.
    public static Access of(Map<String, String> environment) {
        return new Access(HUB, environment.getOrDefault(VARIABLE, ""));
    }

    /// Of a host of one's own choice, typed once.
    public static Access typed(URI page, String token) {
        return new Access(page.getHost(), token);
    }

    /// The header's value for an address; empty where it is not for it.
    Optional<String> authorization(URI address) {
        boolean its = !token.isEmpty()
                && host.equals(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
        return its ? Optional.of("Bearer " + token) : Optional.empty();
    }

    /// Without the token: texts go into logs.
    @Override
    public String toString() {
        return "Access[" + host + (token.isEmpty() ? ", no token]" : ", a token]");
    }
}
