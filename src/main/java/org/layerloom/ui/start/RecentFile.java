package org.layerloom.ui.start;

/// A file that was opened or saved.
///
/// @param path absolute
/// @param used when it last was, ms since 1970
/// @param layers how many it held then
public record RecentFile(String path, long used, int layers) {}
