package org.layerloom.device;

import java.util.Locale;

/// What was found on this machine, by which it is decided where models run.
///
/// @param system       name of the operating system, as Java gives it
/// @param architecture of the processor, as Java gives it
public record DeviceFacts(String system, String architecture, Driver driver, Libtorch libtorch) {
    boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).contains("windows");
    }

    boolean isMac() {
        return system.toLowerCase(Locale.ROOT).contains("mac");
    }

    /// Whether it is a Mac whose graphics part libtorch knows.
    boolean isAppleSilicon() {
        String name = architecture.toLowerCase(Locale.ROOT);
        return isMac() && (name.contains("aarch64") || name.contains("arm64"));
    }

    public DeviceFacts with(Libtorch other) {
        return new DeviceFacts(system, architecture, driver, other);
    }
}
