package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBrowserTest {
    @TempDir
    Path folder;

    private void program(String name) throws IOException {
        assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void eachSystemHasItsOwn() throws IOException {
        program("xdg-open");
        program("open");
        program("explorer.exe");
        String path = folder.resolve("none") + File.pathSeparator + folder;
        assertThat(FileBrowser.find("Linux", path)).contains(new FileBrowser(folder.resolve("xdg-open")));
        assertThat(FileBrowser.find("Mac OS X", path)).contains(new FileBrowser(folder.resolve("open")));
        assertThat(FileBrowser.find("Windows 11", path)).contains(new FileBrowser(folder.resolve("explorer.exe")));
    }

    @Test
    void noneIsOfferedWhereThereIsNone() {
        assertThat(FileBrowser.find("Linux", folder.toString())).isEmpty();
        assertThat(FileBrowser.find("Linux", "")).isEmpty();
    }
}
